import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { runVerb } from '../../server/src/upkeep/verbs.ts'
import { ask } from '../support/ask.ts'
import { seededNumbers } from '../support/seeded-random.ts'
import { hastyWriter, type HastyWriter } from './hasty-writer.ts'

const main = join(import.meta.dirname, '..', '..', 'server', 'src', 'main.ts')
const BOARDS = 3
const WRITERS = 4

export interface KillReport {
  readonly seed: number
  readonly rounds: number
  /** Notes that the server had called saved, over all rounds. */
  readonly saved: number
  /** What must not be: a saved note that is missing, a folder that isn't whole, a server that doesn't come up. */
  readonly wrong: readonly string[]
}

interface Board {
  readonly id: string
  readonly facilitator: string
  readonly seats: readonly string[]
  readonly saved: Set<string>
  /** The last of its names that the server has called done, by number. */
  named: number
}

/**
 * Kills a real server with SIGKILL at random moments, also while it starts, while many people write on several boards;
 * after each kill the folder must be whole and everything that was called saved must be there. Needs no test runner.
 */
export async function killRounds(
  seed: number,
  rounds: number,
  say: (line: string) => void = () => undefined,
): Promise<KillReport> {
  const random = seededNumbers(seed)
  const home = mkdtempSync(join(tmpdir(), 'momentous-kill-'))
  const wrong: string[] = []
  let boards: readonly Board[] | null = null
  try {
    for (let round = 1; round <= rounds; round++) {
      const server = await startedServer(home, boards === null ? 1 : random())
      if (server.origin === null) {
        if (!server.killedEarly) wrong.push(`round ${round}: the server did not come up: ${server.complaints()}`)
      } else {
        boards ??= await madeBoards(server.origin)
        wrong.push(...(await missing(server.origin, boards)).map((fact) => `round ${round}: ${fact}`))
        const turnedAway = await writeUntilKilled(server, server.origin, boards, random)
        wrong.push(...turnedAway.map((code) => `round ${round}: somebody who writes notes was sent away with ${code}`))
      }
      const check = await checked(home)
      if (check !== null) wrong.push(`round ${round}: ${check}`)
      say(
        `round ${round} of ${rounds}: ${count(boards)} notes saved, ${wrong.length === 0 ? 'none lost' : wrong.join('; ')}`,
      )
      if (wrong.length > 0) break
    }
    const server = await startedServer(home, 1)
    if (server.origin === null) wrong.push(`at the end: the server did not come up: ${server.complaints()}`)
    else wrong.push(...(await missing(server.origin, boards ?? [])).map((fact) => `at the end: ${fact}`))
    await killed(server.child)
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
  return { seed, rounds, saved: count(boards), wrong }
}

const count = (boards: readonly Board[] | null): number =>
  (boards ?? []).reduce((sum, { saved }) => sum + saved.size, 0)

interface Started {
  readonly child: ChildProcess
  readonly origin: string | null
  readonly killedEarly: boolean
  complaints(): string
}

/** Below 0.15 of `luck` the server is killed before it has said that it is ready. */
async function startedServer(home: string, luck: number): Promise<Started> {
  const env = { PATH: process.env['PATH'], PORT: '0', DATA: home, LOG: 'error' }
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let [printed, complained] = ['', '']
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complained += text))
  const ready = new Promise<string | null>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text
      const [address = null] = /https?:\/\/[\w.:]+/.exec(printed) ?? []
      if (address !== null) resolve(address)
    })
    child.once('close', () => resolve(null))
  })
  const killedEarly = luck < 0.15
  if (killedEarly) {
    await wait(luck * 4000)
    await killed(child)
  }
  return { child, origin: killedEarly ? null : await ready, killedEarly, complaints: () => complained }
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'close')
}

async function writeUntilKilled(
  { child }: Started,
  origin: string,
  boards: readonly Board[],
  random: () => number,
): Promise<number[]> {
  const writers = boards.flatMap((board) =>
    board.seats.map((token) => ({
      board,
      writer: hastyWriter(origin, board.id, token, 2 + Math.floor(random() * 20), () => newId(random)),
    })),
  )
  let alive = true
  const naming = boards.map((board) => keepNaming(origin, board, () => alive))
  const life = 20 + random() ** 2 * 800
  const someSaved = (each: { readonly writer: HastyWriter }): boolean => each.writer.saved.size > 0
  // The clock of a round starts with the first note that is saved, however slow the machine is.
  for (let patience = 0; patience < 1000 && !writers.some(someSaved); patience++) await wait(10)
  await wait(life)
  await killed(child)
  alive = false
  await Promise.all(naming)
  for (const { board, writer } of writers) {
    writer.stop()
    for (const id of writer.saved) board.saved.add(id)
  }
  return writers.flatMap(({ writer }) => writer.dismissed ?? [])
}

/** Gives the board one name after the other by HTTP: an answer is a promise, too. */
async function keepNaming(origin: string, board: Board, goesOn: () => boolean): Promise<void> {
  for (let number = board.named + 1; goesOn(); number++) {
    const title = `Board 0, ${number}`
    const asked = ask(origin, 'POST', `/api/boards/${board.id}/commands`, board.facilitator, {
      name: 'set-session',
      args: { title },
    })
    const answer = await asked.catch(() => null)
    if (answer === null) return
    if (answer.status === 200) board.named = number
    await wait(15)
  }
}

/** What the server lacks of what it had called saved. */
async function missing(origin: string, boards: readonly Board[]): Promise<readonly string[]> {
  const facts = boards.map(async ({ id, facilitator, saved, named }) => {
    const { status, json } = await ask(origin, 'GET', `/api/boards/${id}`, facilitator)
    if (status !== 200) return [`board ${id} answers ${status}: ${JSON.stringify(json)}`]
    const there = new Set(json.board.moments.map((moment: { id: string }) => moment.id))
    const lost = [...saved].filter((note) => !there.has(note))
    const name = Number(/^Board \d+, (\d+)$/.exec(json.board.session.title)?.[1] ?? 0)
    return [
      ...(lost.length === 0 ? [] : [`board ${id} lacks ${lost.length} of ${saved.size} saved notes`]),
      ...(name >= named ? [] : [`board ${id} has name ${name}, and ${named} was called done`]),
    ]
  })
  return (await Promise.all(facts)).flat()
}

/** Null for a folder that is whole. */
async function checked(home: string): Promise<string | null> {
  const said: string[] = []
  const code = await runVerb({ home, here: home, say: (line) => void said.push(line), now: () => Date.now() }, [
    'check',
  ])
  // Killed before there was a database, or before its first table.
  const young = said.some((line) => /There are no boards|An older Momentous/.test(line))
  return code === 0 || young ? null : said.join(' ')
}

async function madeBoards(origin: string): Promise<readonly Board[]> {
  return Promise.all(
    Array.from({ length: BOARDS }, async (_, at) => {
      const { json: made } = await ask(origin, 'POST', '/api/boards', null, {
        title: `Board ${at}`,
        why: 'To be killed',
      })
      const { facilitator } = made.tokens
      await ask(origin, 'POST', `/api/boards/${made.id}/commands`, facilitator, {
        name: 'move-phase',
        args: { to: 'post' },
      })
      const seats = Array.from({ length: WRITERS }, async (__, person) => {
        const { json } = await ask(origin, 'POST', `/api/boards/${made.id}/seats`, made.tokens.participant, {
          name: `Person ${person}`,
        })
        return json.token as string
      })
      return { id: made.id as string, facilitator, seats: await Promise.all(seats), saved: new Set<string>(), named: 0 }
    }),
  )
}

const newId = (random: () => number): string =>
  Array.from({ length: 18 }, () => Math.floor(random() * 16).toString(16)).join('')

const print = (line: string): void => void process.stdout.write(`${line}\n`)

if (import.meta.main) {
  const [seed = Date.now() % 1_000_000, rounds = 100] = process.argv.slice(2).map(Number)
  const { saved, wrong } = await killRounds(seed, rounds, print)
  const outcome = wrong.length === 0 ? 'none is missing' : wrong.join('; ')
  print(`seed ${seed}: ${saved} notes were saved over ${rounds} kills; ${outcome}`)
  process.exitCode = wrong.length === 0 ? 0 : 1
}
