import { setTimeout as wait } from 'node:timers/promises'
import { addressOfWorkshop, makeBoard, takeSeats } from './boards.ts'
import { roomOf, type Scenario } from './stage.ts'

const PEOPLE = 225
const WITHIN = 60_000

/** A large workshop behind one address: everybody takes a seat and comes in within the same moments. Nobody may be sent away. */
export const workshop: Scenario = async (stage) => {
  const target = await stage.server()
  const crowd = stage.crowd()
  const board = await makeBoard(target.origin, addressOfWorkshop(0))
  const from = performance.now()
  const tokens = await takeSeats(target.origin, board, PEOPLE)
  const seated = performance.now()
  await crowd.look(roomOf(target.origin, board, tokens))
  while (crowd.informed() < PEOPLE && crowd.lost.length === 0 && performance.now() - from < WITHIN) await wait(5)
  const inside = performance.now()
  await wait(1_000)
  const bytes = crowd.people.reduce((sum, { line }) => sum + line.bytes(), 0)
  if (crowd.lost.length > 0) stage.say(`${crowd.lost.length} were sent away: ${crowd.lost[0]}`)
  return [
    { name: `${PEOPLE} people behind one address: seats`, value: seated - from, unit: 'ms' },
    { name: `${PEOPLE} people: all have the board`, value: inside - seated, unit: 'ms' },
    { name: `${PEOPLE} people: sent to each`, value: bytes / 1024 / PEOPLE, unit: 'kB' },
    { name: `${PEOPLE} people: sent away`, value: crowd.lost.length, unit: '', most: 0 },
  ]
}
