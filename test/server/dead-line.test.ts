import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { fastClock } from '../support/fast-clock.ts'
import { liveServer } from '../support/live-server.ts'
import { sync } from '../support/raw-frames.ts'
import { buildSession } from '../support/session-builder.ts'

test('a line that is dead is cut off by the server, and its person is away; who answers stays', async () => {
  const session = await buildSession((await liveServer(() => fastClock(10))).origin)
  const [ann, bob] = [await session.sit('participant', 'Ann'), await session.sit('participant', 'Bob')]
  const watching = await session.join(bob.token)
  const dead = new WebSocket(
    `${session.origin.replace('http', 'ws')}/sync/${session.board}`,
    ['momentous.v1', `cap.${ann.token}`],
    { autoPong: false },
  )
  dead.on('open', () => dead.send(sync(0, new Uint8Array([0]))))
  const away = (online: boolean) => (fields: { people: { seat: string; online: boolean }[] }) =>
    fields.people.some((person) => person.seat === ann.id && person.online === online)
  await watching.frame(70, away(true))
  const code = await new Promise<number>((resolve) => dead.on('close', resolve))
  expect(code).toBe(1006)
  expect(watching.isOpen()).toBe(true)
})
