import { setTimeout as wait } from 'node:timers/promises'
import { latencyAt } from './marks.ts'
import { measure } from './reading.ts'
import { seatedRoom, type Scenario } from './stage.ts'
import { summaryOf } from './steady-load.ts'

const ROOMS = 4
const SIZE = 25
const PROBES = [0, 5, 10, 15, 20]

/** How long it takes until "saved" is true, with a hundred people at work. */
export const ack: Scenario = async (stage) => {
  if (stage.options.tongue === 'stock') return []
  const target = await stage.server()
  const crowd = stage.crowd()
  for (let room = 0; room < ROOMS; room++) await crowd.enter(await seatedRoom(target, SIZE, room), PROBES)
  await wait(1_000)
  crowd.acknowledged.length = 0
  stage.say(summaryOf(await measure(crowd, target.pid, SIZE, stage.options.seconds)))
  const times = crowd.acknowledged.toSorted((one, other) => one - other)
  const figure = (share: number, most?: number) => ({
    name: `acknowledged p${share * 100}`,
    value: latencyAt(times, share),
    unit: 'ms',
    ...(most === undefined ? {} : { most }),
  })
  return [figure(0.5), figure(0.95, 50), figure(0.99)]
}
