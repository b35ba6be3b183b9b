import { setTimeout as wait } from 'node:timers/promises'
import { bigBoard, countNotes, notesBy } from './big-boards.ts'
import { addressOfWorkshop, type LoadBoard } from './boards.ts'
import { medianOf, shown, type Figure } from './figures.ts'
import { openCold, type Opening } from './opening.ts'
import { measure } from './reading.ts'
import { seatedRoom, type Scenario, type Stage } from './stage.ts'
import { summaryOf } from './steady-load.ts'
import type { Target } from './target.ts'

const OPENINGS = 7
const sizes = [
  { notes: 1_000, label: '1,000' },
  { notes: 10_000, label: '10,000', most: 25 },
] as const

/** From connecting to the last byte of a board that nobody has opened since the server started. */
export const cold: Scenario = async (stage) => {
  const figures: Figure[] = []
  for (const { notes, label, ...goal } of sizes) {
    const { target, boards } = await coldBoards(stage, notes, OPENINGS)
    const times: number[] = []
    for (const board of boards) {
      const opening = await openCold(target.origin, board, stage.options.tongue)
      times.push(tookFor(opening, notes))
      stage.say(`${label} notes: ${shown(times.at(-1) ?? Infinity)} ms, ${opening.pieces.length} frames`)
      await wait(150)
    }
    figures.push({ name: `cold open of ${label} notes, median`, value: medianOf(times), unit: 'ms', ...goal })
    figures.push({ name: `cold open of ${label} notes, slowest`, value: Math.max(...times), unit: 'ms' })
    await target.stop()
  }
  return figures
}

/** A room of 40 at work while somebody opens two boards of 10,000 notes each second. */
export const churn: Scenario = async (stage) => {
  const [notes, size, { seconds }] = [10_000, 40, stage.options]
  const { target, boards } = await coldBoards(stage, notes, Math.ceil(seconds * 2))
  const crowd = stage.crowd()
  await crowd.enter(await seatedRoom(target, size, boards.length + 1), [0, 20, 39])
  await wait(2_000)
  const quiet = await measure(crowd, target.pid, size, 2)
  stage.say(`before: ${summaryOf(quiet)}`)
  const openings: Promise<Opening>[] = []
  const timer = setInterval(() => {
    const board = boards[openings.length]
    if (board !== undefined) openings.push(openCold(target.origin, board, stage.options.tongue))
  }, 500)
  const reading = await measure(crowd, target.pid, size, seconds)
  clearInterval(timer)
  // To read what came would have stopped the clock of the others.
  const times = (await Promise.all(openings)).map((opening) => tookFor(opening, notes))
  stage.say(`during: ${summaryOf(reading)}; ${times.length} opened, ${shown(medianOf(times))} ms each`)
  return [
    { name: 'edit p50 while 10,000-note boards open', value: reading.edit.p50, unit: 'ms' },
    { name: 'edit p99 while 10,000-note boards open', value: reading.edit.p99, unit: 'ms', most: 30 },
    { name: 'server while 10,000-note boards open', value: reading.server, unit: 'cores' },
  ]
}

/** Boards that are on the disk and nowhere else. */
async function coldBoards(
  stage: Stage,
  notes: number,
  count: number,
): Promise<{ readonly target: Target; readonly boards: readonly LoadBoard[] }> {
  const target = await stage.server()
  const updates = notesBy(notes)
  const boards: LoadBoard[] = []
  for (let at = 0; at < count; at++) boards.push(await bigBoard(target.origin, addressOfWorkshop(at), updates))
  await target.restart()
  return { target, boards }
}

/** Until the last piece that the board needs had come. */
function tookFor({ from, pieces }: Opening, notes: number): number {
  const updates = pieces.map(({ update }) => update)
  const last = pieces.find((_, at) => countNotes(updates.slice(0, at + 1)) === notes)
  return (last?.at ?? Infinity) - from
}
