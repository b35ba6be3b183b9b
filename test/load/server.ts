import { appendFileSync } from 'node:fs'
import { ack } from './ack.ts'
import { churn, cold } from './cold-boards.ts'
import { exports } from './exports.ts'
import { flood } from './flood.ts'
import { growth } from './growth.ts'
import { tableOf, type Figure } from './figures.ts'
import { canPin, pinSelf } from './machine.ts'
import { memory } from './memory.ts'
import { readOptions, USAGE } from './options.ts'
import { ramp } from './ramp.ts'
import { GENERATOR_CORE, perform, type Scenario } from './stage.ts'
import { bare, besideTheFloor, fixed } from './steady-load.ts'
import { workshop } from './workshop.ts'

const scenarios: Readonly<Record<string, Scenario>> = {
  fixed,
  bare,
  ramp,
  cold,
  churn,
  memory,
  growth,
  ack,
  workshop,
  flood,
  exports,
}

/** `npm run bench:server`: our own load against our own server, with everything on that is on in real life. */
async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2))
  const names = options.only.length > 0 ? options.only : Object.keys(scenarios)
  const pinned = canPin()
  if (pinned) pinSelf(GENERATOR_CORE)
  else console.log('No core can be given to the server alone here: the figures are rough.')

  const figures: Figure[] = []
  for (let round = 0; round < options.repeat; round++) {
    for (const name of names) {
      const scenario = scenarios[name]
      if (scenario === undefined) throw new Error(`There is no scenario ${name}.\n${USAGE}`)
      console.log(name)
      for (const figure of await perform(scenario, options, pinned)) {
        figures.push(figure)
        const line = { at: new Date().toISOString(), round, tongue: options.tongue, ...figure }
        if (options.out !== null) appendFileSync(options.out, `${JSON.stringify(line)}\n`)
      }
    }
  }
  console.log(`\n${tableOf([...figures, ...besideTheFloor(figures)])}`)
}

try {
  await main()
  process.exit(0)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
