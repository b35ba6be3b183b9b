import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { bigBoard, notesBy } from './big-boards.ts'
import { addressOfWorkshop, takeSeats } from './boards.ts'
import { shown, type Figure } from './figures.ts'
import { floodKinds } from './flood-kinds.ts'
import type { FloodReport, FloodWishes } from './flooder.ts'
import { residentMemory } from './machine.ts'
import { measure } from './reading.ts'
import { roomOf, seatedRoom, type Scenario } from './stage.ts'
import { summaryOf } from './steady-load.ts'

const SIZE = 25
const PROBES = [0, 12, 24]
/** Half of them with a seat each, the others with a mere link. */
const SOCKETS = 30
const NOTES = 500
const GOAL = { p99: 100, megabytes: 1024 }

/** A room at work while another board is flooded, in each way that we know of; and what the server holds in the end. */
export const flood: Scenario = async (stage) => {
  const { seconds } = stage.options
  const target = await stage.server()
  const crowd = stage.crowd()
  await crowd.enter(await seatedRoom(target, SIZE, 0), PROBES)
  const board = await bigBoard(target.origin, addressOfWorkshop(1), notesBy(NOTES))
  const seats = await takeSeats(target.origin, board, SOCKETS / 2)
  const tokens = [...seats, ...Array.from({ length: SOCKETS / 2 }, () => board.tokens.participant)]
  const { url } = roomOf(target.origin, board, [])
  await wait(stage.options.warmUp * 1000)

  const figures: Figure[] = []
  const say = async (name: string, most?: number): Promise<void> => {
    const reading = await measure(crowd, target.pid, SIZE, seconds)
    stage.say(`${name}: ${summaryOf(reading)}, ${megabytesOf(target.pid)} MB`)
    const { p50, p99 } = reading.edit
    figures.push({ name: `${name}: edit p50`, value: p50, unit: 'ms' })
    figures.push({ name: `${name}: edit p99`, value: p99, unit: 'ms', ...(most === undefined ? {} : { most }) })
  }
  await say('no flood')
  for (const kind of chosen(stage.options.cases)) {
    const end = startFlood({ kind, url: url.href, from: board.from, tokens })
    await wait(1_000)
    await say(`flood of ${kind}`, GOAL.p99)
    stage.say(told(await end()))
    await wait(500)
  }
  const peak = megabytesOf(target.pid)
  const settled = (await target.settledMemory()) / 1024
  if (crowd.lost.length > 0) stage.say(`LOST ${crowd.lost.length}: ${crowd.lost[0]}`)
  return [
    ...figures,
    { name: 'floods: sent away from the other board', value: crowd.lost.length, unit: '', most: 0 },
    { name: 'floods: memory of the server after them', value: peak, unit: 'MB', most: GOAL.megabytes },
    { name: 'floods: the same once it has settled', value: settled, unit: 'MB' },
  ]
}

const chosen = (cases: readonly string[]) =>
  floodKinds.filter((kind) => cases.length === 0 || cases.some((name) => kind.startsWith(name)))

const megabytesOf = (pid: number): number => Math.round(residentMemory(pid) / 1024)

/** Whoever measures goes first on their core: a flood takes what is left of it. */
function startFlood(wishes: FloodWishes): () => Promise<FloodReport> {
  const file = join(import.meta.dirname, 'flooder.ts')
  const child = spawn('nice', ['-n', '19', process.execPath, file, JSON.stringify(wishes)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const orphaned = () => void child.kill('SIGKILL')
  process.once('exit', orphaned)
  const said = text(child.stdout)
  return async () => {
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    await ended
    process.off('exit', orphaned)
    return JSON.parse(await said) as FloodReport
  }
}

function told({ frames, megabytes, sockets, closed }: FloodReport): string {
  const reasons = Object.entries(closed).map(([why, count]) => `${count} × ${why}`)
  return `  sent: ${frames} frames, ${shown(megabytes)} MB, ${sockets} sockets; closed: ${reasons.join('; ') || 'none'}`
}
