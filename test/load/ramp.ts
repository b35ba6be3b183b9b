import { setTimeout as wait } from 'node:timers/promises'
import { measure } from './reading.ts'
import { seatedRoom, type Scenario } from './stage.ts'
import { summaryOf } from './steady-load.ts'

const SIZE = 25
const START = 6
const STEP = 1.25
const LIMIT = 100
const MOST = 80

/** Rooms of 25, more and more, until one change in a hundred takes longer than a tenth of a second. */
export const ramp: Scenario = async (stage) => {
  const target = await stage.server()
  const crowd = stage.crowd()
  let rooms = 0
  let carried = 0
  let want = START
  /** Something else on the machine may spoil a window or two, but not three in a row. */
  const isCarried = async (): Promise<boolean> => {
    for (let tries = 0; tries < 3; tries++) {
      const reading = await measure(crowd, target.pid, SIZE, 2.5)
      stage.say(`${rooms} rooms: ${summaryOf(reading)}`)
      if (crowd.lost.length > 0) return false
      if (Math.max(reading.edit.p99, reading.cursor.p99) <= LIMIT) return true
    }
    return false
  }
  while (rooms < MOST) {
    const every = Math.ceil(want / 12)
    for (; rooms < want; rooms++) {
      const probes = rooms % every === 0 ? [rooms % SIZE] : []
      await crowd.enter(await seatedRoom(target, SIZE, rooms), probes)
    }
    await wait(700)
    if (!(await isCarried())) break
    carried = rooms
    want = Math.max(rooms + 1, Math.round(rooms * STEP))
  }
  return [{ name: 'rooms of 25 on one core until p99 > 100 ms', value: carried, unit: 'rooms', least: 40 }]
}
