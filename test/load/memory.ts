import { setTimeout as wait } from 'node:timers/promises'
import { bigBoard, notesBy } from './big-boards.ts'
import { addressOfWorkshop, takeSeats, type LoadBoard } from './boards.ts'
import { roomOf, type Scenario, type Stage } from './stage.ts'
import type { Target } from './target.ts'

const NOTES = 20
const ROOMS = 1_000
/** The first rooms bring what all of them share. */
const FIRST = 100
const AT_ONCE = 20
/** People of the one large room: the first ones bring what all of them share. */
const FEW = 20
const MORE = 200
/** What coming in leaves behind is gone after this. */
const SETTLED = 8_000
/** A document that nobody needs goes after this, in milliseconds. */
const UNUSED = 33_000

/** What an idle room costs, with one person in it and twenty notes on it, and what each further person costs. */
export const memory: Scenario = async (stage) => {
  const { target, boards } = await smallBoards(stage)
  const rooms = stage.crowd()
  const enter = async (some: readonly LoadBoard[]) => {
    for (const board of some) {
      const tokens = await takeSeats(target.origin, board, 1)
      await rooms.look(roomOf(target.origin, board, tokens))
    }
    await wait(UNUSED)
    return target.settledMemory()
  }
  const empty = await target.settledMemory()
  const first = await enter(boards.slice(0, FIRST))
  const all = await enter(boards.slice(FIRST, ROOMS))
  stage.say(`${empty} kB empty, ${first} kB with ${FIRST} rooms, ${all} kB with ${ROOMS}`)

  // What so many rooms have left behind would hide what people cost.
  rooms.stop()
  await target.restart()
  const [big] = boards.slice(ROOMS)
  if (big === undefined) throw new Error('There is no board for the crowd.')
  const crowd = stage.crowd()
  const tokens = await takeSeats(target.origin, big, FEW + MORE)
  await crowd.look(roomOf(target.origin, big, tokens.slice(0, FEW)))
  await wait(SETTLED)
  const few = await target.settledMemory()
  await crowd.look(roomOf(target.origin, big, tokens.slice(FEW)))
  await wait(SETTLED)
  const many = await target.settledMemory()
  stage.say(`${few} kB with ${FEW} people in one room, ${many} kB with ${MORE} more; ${crowd.lost.length} lost`)
  return [
    { name: 'memory of an idle room', value: (all - first) / (ROOMS - FIRST), unit: 'kB', most: 25 },
    { name: 'memory of a further person', value: (many - few) / MORE, unit: 'kB', most: 20 },
  ]
}

/** One board more than there are rooms. They are all cold. */
async function smallBoards(stage: Stage): Promise<{ target: Target; boards: readonly LoadBoard[] }> {
  const target = await stage.server()
  const notes = notesBy(NOTES)
  const boards: LoadBoard[] = []
  while (boards.length <= ROOMS) {
    const some = Array.from({ length: AT_ONCE }, (_, index) => addressOfWorkshop(boards.length + index))
    boards.push(...(await Promise.all(some.map((from) => bigBoard(target.origin, from, notes)))))
  }
  await target.restart()
  return { target, boards }
}
