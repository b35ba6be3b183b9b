import { deanonymiseRounds } from './deanonymise.ts'
import { frameRounds } from './frame-rounds.ts'
import { killRounds } from './kill-rounds.ts'
import { scheduleRounds } from './schedule-rounds.ts'

/**
 * `npm run fuzz -- [minutes] [seed]`: spoilt frames, random schedules, authors to be guessed and kills in turns, each with a
 * seed of its own out of the first one. Ends at the first thing that must not be, and says with which seed it comes again.
 */
const [minutes = 10, first = Date.now() % 1_000_000] = process.argv.slice(2).map(Number)

type Round = (seed: number) => Promise<{ readonly wrong: readonly string[]; readonly said: string }>

const rounds: Readonly<Record<string, Round>> = {
  async frames(seed) {
    const { wrong, sent, closed } = await frameRounds(seed, 2)
    return { wrong, said: `${sent} spoilt frames, ${closed} lines lost by their sender` }
  },
  async schedules(seed) {
    const { wrong, steps, refusals } = await scheduleRounds(seed, 1_500)
    return { wrong, said: `${steps} steps, ${refusals} refusals` }
  },
  async names(seed) {
    const { wrong, best, guesses } = await deanonymiseRounds(seed, 8)
    return { wrong, said: `${(best * 100).toFixed(1)} % of ${guesses} ideas told right, chance is 14.3 %` }
  },
  async kills(seed) {
    const { wrong, saved } = await killRounds(seed, 8)
    return { wrong, said: `${saved} notes saved over 8 kills` }
  },
}

const print = (line: string): void => void process.stdout.write(`${line}\n`)

const until = Date.now() + minutes * 60_000
print(`seed ${first}, for ${minutes} minutes`)
let failed = false
for (let seed = first; Date.now() < until && !failed; seed++) {
  for (const [name, round] of Object.entries(rounds)) {
    const { wrong, said } = await round(seed)
    print(`${name}, seed ${seed}: ${said}; ${wrong.length === 0 ? 'nothing wrong' : 'WRONG'}`)
    for (const fact of wrong) print(`  ${fact}`)
    failed ||= wrong.length > 0
    if (failed) break
  }
}
process.exit(failed ? 1 : 0)
