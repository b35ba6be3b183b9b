import { closeCodes } from '@momentous/shared/wire/frames'
import { PACK_MAX, writePack } from '@momentous/shared/wire/pack'
import { updateKey } from '@momentous/shared/wire/update-key'
import { expect, test } from 'vitest'
import { limits } from '../../server/src/rooms/limits.ts'
import type { Share } from '../../server/src/rooms/line/share.ts'
import { liveServer } from '../support/live-server.ts'
import { longClock } from '../support/long-clock.ts'
import { rawClient, type RawClient } from '../support/raw-client.ts'
import { goodbye } from '../support/raw-goodbye.ts'
import { addMoment, buildSession, newRecordId } from '../support/session-builder.ts'
import { sleepyServer } from '../support/sleepy-server.ts'

const UNREADABLE = new Uint8Array([0])
const WHO_IS_HERE = new Uint8Array([3])
const HELLO = 64
/** As many packs as somebody may be ahead. */
const MOST = Math.floor(limits.frameBurst / PACK_MAX)

/** A workshop on a server whose time stands still until a test lets it pass. */
async function workshop() {
  const clock = longClock()
  const { origin } = await liveServer(() => clock)
  const session = await buildSession(origin)
  const sit = async (name: string) => (await session.sit('participant', name)).token
  const enter = (token: string): RawClient => rawClient(origin, session.board, token)
  return { clock, session, sit, enter }
}

/** Comes in so many times, sends what nobody can read, and is sent away. */
async function beSentAway(times: number, enter: () => RawClient): Promise<void> {
  const tabs = Array.from({ length: Math.min(times, 5) }, async () => {
    const client = enter()
    await client.frame(HELLO)
    client.send(UNREADABLE)
    expect(await client.closed).toBe(closeCodes.unreadable)
  })
  await Promise.all(tabs)
  if (times > tabs.length) await beSentAway(times - tabs.length, enter)
}

test('whoever is sent away comes back at once, dozens of times; then they wait, and nobody else does', async () => {
  const { clock, sit, enter, session } = await workshop()
  const [ann, eve] = [await sit('Ann'), await sit('Eve')]
  await beSentAway(41, () => enter(eve))
  const again = enter(eve)
  await enter(ann).frame(HELLO)
  await goodbye(session, session.tokens.participant).open
  expect(again.frames).toEqual([])
  await clock.pass(1_000)
  await again.frame(HELLO)
})

test('a workshop that shares a link with somebody who floods gets in', async () => {
  const { clock, enter, session } = await workshop()
  const link = session.tokens.participant
  await beSentAway(41, () => enter(link))
  const all = Array.from({ length: 45 }, () => enter(link))
  await enter((await session.sit('participant', 'Ann')).token).frame(HELLO)
  await clock.pass(5_000)
  for (const each of all) await each.frame(HELLO)
})

test('who comes anew is read no faster than if they had stayed', async () => {
  const { clock, sit, enter } = await workshop()
  const full = writePack(Array.from({ length: PACK_MAX }, () => WHO_IS_HERE))
  let asked = 0
  const ask = (client: RawClient): Promise<unknown> => {
    const id = `question-${asked++}`
    client.ours(65, { id, name: 'no-such-command', args: {} })
    return client.frame(66, (fields) => fields.id === id)
  }
  const [ann, eve] = [await sit('Ann'), await sit('Eve')]
  const first = enter(eve)
  await first.frame(HELLO)
  for (let at = 0; at < MOST; at++) first.send(full)
  await ask(first)
  first.close()
  await first.closed
  const [again, other] = [enter(eve), enter(ann)]
  await again.frame(HELLO)
  await other.frame(HELLO)
  for (const client of [again, other]) client.send(full)
  // What came in one piece is read together, so the next piece begins once that was read.
  for (let look = 0; look < 3; look++) await ask(other)
  const answered = ask(again)
  for (let look = 0; look < 3; look++) await ask(other)
  expect(again.frames.some(({ number }) => number === 66)).toBe(false)
  await clock.pass(1_000)
  await answered
})

test('who comes in, asks and is told costs the board’s share, and nobody comes in while the board rests', async () => {
  const clock = longClock()
  let spent = 0
  let rests = 0
  const share: Share = {
    spend: (milliseconds) => void (spent += milliseconds),
    spendAtOnce: () => undefined,
    rest: () => rests,
    restOfLarge: () => 0,
  }
  const { origin } = await liveServer(() => ({ ...clock, shares: { open: () => share } }))
  const session = await buildSession(origin)
  const ann = await session.sit('participant', 'Ann')
  const before = spent
  await (await session.join(ann.token)).frame(HELLO)
  expect(spent).toBeGreaterThan(before)
  rests = 500
  const late = rawClient(origin, session.board, (await session.sit('participant', 'Bob')).token)
  // Whoever isn't let in to another board neither.
  await (await buildSession(origin)).sit('participant', 'Cleo')
  expect(late.frames).toEqual([])
  rests = 0
  await clock.pass(1_000)
  await late.frame(HELLO)
})

test('while a document is built no more is taken in than its board may be read in a turn, so all of it is never judged in one go', async () => {
  const server = await sleepyServer()
  const session = await buildSession(server.origin)
  await session.go('post')
  const writer = await session.join((await session.sit('participant', 'Ann')).token)
  await server.sleepAndWake(writer)
  await server.sleep()
  const held = async (): Promise<number> => {
    const metrics = await (await fetch(`${server.origin}/metrics`)).text()
    return Number(/^momentous_held_frames (\d+)$/m.exec(metrics)?.[1] ?? Number.NaN)
  }
  const release = server.holdReads()
  const change = (at: number) => updateKey(writer.write((doc) => addMoment(doc, newRecordId(), `Number ${at}`)))
  const keys = Array.from({ length: 6 * limits.turnFrames }, (_, at) => change(at))
  await expect.poll(held).toBeGreaterThan(0)
  // With each look at least one more turn has passed.
  for (let look = 0; look < 20; look++) await held()
  expect(await held()).toBeLessThanOrEqual(2 * limits.turnFrames)
  release()
  const last = keys.at(-1)
  await writer.frame(67, (fields) => fields.keys.includes(last))
  const saved = new Set(writer.frames.filter(({ number }) => number === 67).flatMap(({ fields }) => fields.keys))
  expect(keys.filter((key) => !saved.has(key))).toEqual([])
})
