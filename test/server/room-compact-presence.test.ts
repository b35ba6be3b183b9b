import {
  changedFields,
  readPresenceNews,
  writeOwnPresence,
  type PresenceChange,
  type PresenceNews,
} from '@momentous/shared/wire/compact-presence'
import { COMPACT, OURS, PRESENCE } from '@momentous/shared/wire/frames'
import { writePack } from '@momentous/shared/wire/pack'
import { NOTHING, type PresenceFields } from '@momentous/shared/wire/presence'
import * as decoding from 'lib0/decoding'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { liveServer } from '../support/live-server.ts'
import type { RawClient } from '../support/raw-client.ts'
import { presenceIn, sync } from '../support/raw-frames.ts'
import { addMoment, buildSession, momentsIn, newRecordId, type TestSession } from '../support/session-builder.ts'

const compact = ({ join }: TestSession, token: string) => join(token, { protocols: [OURS, COMPACT, `cap.${token}`] })

async function wall() {
  const session = await buildSession((await liveServer()).origin)
  await session.go('post')
  const come = async (name: string) => compact(session, (await session.sit('participant', name)).token)
  return { session, come, ann: await come('Ann'), bob: await come('Bob') }
}

const does = (client: RawClient, fields: Partial<PresenceFields>) =>
  client.send(writeOwnPresence({ ...NOTHING, ...fields }))

const newsIn = ({ frames }: RawClient, from = 0): readonly PresenceNews[] =>
  frames.slice(from).flatMap(({ number, bytes }) => {
    const decoder = decoding.createDecoder(bytes)
    decoding.readVarUint(decoder)
    return number === PRESENCE ? (readPresenceNews(decoder) ?? []) : []
  })

const changesIn = (client: RawClient, from = 0) => newsIn(client, from).flatMap(({ changes }) => changes)
const isAt = (change: PresenceChange, x: number) => !change.gone && change.fields.cursor?.[0] === x

/** Everybody whom `client` knows of, by name, as somebody sees it who puts one change upon the other. */
function seenBy(client: RawClient): Readonly<Record<string, Partial<PresenceFields>>> {
  const seen = new Map<number, { name: string; fields: Partial<PresenceFields> }>()
  for (const { own, changes } of newsIn(client)) {
    if (own !== null) seen.clear()
    for (const change of changes) {
      const former = seen.get(change.number)
      const name = change.gone ? null : (change.person?.name ?? former?.name ?? null)
      if (change.gone || name === null) seen.delete(change.number)
      else seen.set(change.number, { name, fields: { ...former?.fields, ...change.fields } })
    }
  }
  return Object.fromEntries([...seen.values()].map(({ name, fields }) => [name, fields]))
}

describe('presence in its compact form', () => {
  test('travels with drag, stroke and selection, and then only what changed', async () => {
    const { ann, bob } = await wall()
    const stroke = { pen: 'ink', width: 4, points: [0, 0, 0.5, 5, 5, 1] } as const
    const first: Partial<PresenceFields> = {
      cursor: [1, 2],
      selection: ['some-moment'],
      drag: [{ id: 'some-moment', place: [1, 2, 176, 120] }],
      stroke: { ...stroke, points: [...stroke.points] },
    }
    does(ann, first)
    await expect.poll(() => seenBy(bob)).toMatchObject({ Ann: first })
    does(ann, { ...first, cursor: [7, 2] })
    await expect.poll(() => changesIn(bob).some((change) => isAt(change, 7))).toBe(true)
    const [moved] = changesIn(bob).filter((change) => isAt(change, 7))
    expect(moved).toMatchObject({ person: null, fields: { cursor: [7, 2] } })
    expect(Object.keys(moved?.gone === false ? moved.fields : {})).toEqual(['cursor'])
    expect(bob.frames.filter(({ number }) => number === 1)).toEqual([])
  })

  test('says who it is by the seat, shows newcomers everything, and takes back who goes', async () => {
    const { come, ann, bob } = await wall()
    does(ann, { cursor: [1, 1] })
    does(bob, { view: [0, 0, 9, 9] })
    await expect.poll(() => seenBy(bob)).toMatchObject({ Ann: { cursor: [1, 1] } })
    const cem = await come('Cem')
    await expect.poll(() => seenBy(cem)).toMatchObject({ Ann: { cursor: [1, 1] }, Bob: { view: [0, 0, 9, 9] } })
    ann.close()
    await expect.poll(() => Object.keys(seenBy(cem))).toEqual(['Bob'])
  })

  test('and awareness show the same people: one who speaks the one sees those who speak the other', async () => {
    const { session, ann } = await wall()
    const seat = await session.sit('participant', 'Stock')
    const stock = await session.join(seat.token, { ours: false })
    stock.presence({ cursor: [3, 4], selection: ['some-moment'] })
    await expect.poll(() => seenBy(ann)).toMatchObject({ Stock: { cursor: [3, 4], selection: ['some-moment'] } })
    does(ann, { cursor: [5, 6] })
    const states = () => presenceIn(stock.frames).map(({ state }) => state)
    await expect.poll(() => states().at(-1)).toMatchObject({ name: 'Ann', cursor: [5, 6] })
    // Nobody who speaks awareness is told about oneself: it would overwrite what they say.
    expect(presenceIn(stock.frames).some(({ client }) => client === stock.doc.clientID)).toBe(false)
    expect(stock.frames.some(({ number }) => number >= 64)).toBe(false)
    ann.close()
    await expect.poll(() => states().at(-1)).toBeNull()
  })

  test('falls silent in an anonymous span, and nothing of it comes out afterwards', async () => {
    const { session, ann, bob } = await wall()
    does(ann, { cursor: [1, 1], selection: ['some-moment'] })
    await expect.poll(() => seenBy(bob)).toMatchObject({ Ann: { cursor: [1, 1] } })
    await session.go('choose')
    await expect.poll(() => seenBy(bob)['Ann']).toMatchObject({ cursor: null, selection: [] })
    const told = bob.frames.length
    for (let at = 0; at < 5; at++) does(ann, { cursor: [at, at], selection: ['another-one'] })
    await wait(300)
    expect(newsIn(bob, told)).toEqual([])
    await session.go('decide')
    does(bob, { cursor: [2, 2] })
    await expect.poll(() => seenBy(ann)).toMatchObject({ Bob: { cursor: [2, 2] } })
    expect(JSON.stringify(changesIn(bob, told))).not.toContain('another-one')
  })

  test('that can’t be read is nothing, and costs its sender nothing either', async () => {
    const { ann, bob } = await wall()
    does(ann, { cursor: [1, 1] })
    const good = writeOwnPresence({ ...NOTHING, cursor: [9, 9], selection: ['some-moment'] })
    for (let length = 1; length < good.length; length++) ann.send(good.slice(0, length))
    ann.send(Uint8Array.of(...good, 0))
    ann.send(Uint8Array.of(PRESENCE, 255, 255, 255, 255))
    ann.send(Uint8Array.of(PRESENCE, ...new Uint8Array(4000)))
    const id = newRecordId()
    ann.write((doc) => addMoment(doc, id, 'Still here'))
    await bob.until((doc) => momentsIn(doc).has(id))
    expect(ann.isOpen()).toBe(true)
    await expect.poll(() => seenBy(bob)).toMatchObject({ Ann: { cursor: [1, 1] } })
    expect(changesIn(bob).some((change) => isAt(change, 9))).toBe(false)
  })

  test('numbers count nobody: they don’t follow the order of coming', async () => {
    const { come } = await wall()
    const own = async (name: string) => {
      const client = await come(name)
      await client.frame(PRESENCE)
      return newsIn(client)[0]?.own ?? 0
    }
    const numbers = [await own('Cem'), await own('Dee'), await own('Eve'), await own('Fay')]
    expect(new Set(numbers).size).toBe(4)
    expect(numbers.map((number) => number - (numbers[0] ?? 0))).not.toEqual([0, 1, 2, 3])
    expect(Math.max(...numbers)).toBeGreaterThan(16)
  })
})

test('several frames in one message count one by one, in their order; a pack in a pack is unreadable', async () => {
  const { ann, bob } = await wall()
  const ids = [newRecordId(), newRecordId()]
  const sent: Uint8Array[] = []
  const take = (update: Uint8Array) => void sent.push(sync(2, update))
  ann.doc.on('update', take)
  for (const id of ids) ann.doc.transact(() => addMoment(ann.doc, id, 'Packed'))
  ann.doc.off('update', take)
  const state = writeOwnPresence({ ...NOTHING, cursor: [4, 4] })
  ann.send(writePack([...sent, state]))
  await bob.until((doc) => ids.every((id) => momentsIn(doc).has(id)))
  await expect.poll(() => seenBy(bob)).toMatchObject({ Ann: { cursor: [4, 4] } })
  ann.send(writePack([writePack([state])]))
  expect(await ann.closed).toBe(4400)
})

test('what stock clients send back of others is passed over unread, and doesn’t go round', async () => {
  const { session, ann } = await wall()
  const stock = await session.join((await session.sit('participant', 'Echo')).token, { ours: false })
  stock.presence({ cursor: [3, 4] })
  does(ann, { cursor: [5, 6] })
  await expect.poll(() => presenceIn(stock.frames).some(({ state }) => state?.name === 'Ann')).toBe(true)
  const told = ann.frames.length
  const echo = stock.frames.filter(({ number }) => number === 1)
  for (let round = 0; round < 20; round++) for (const { bytes } of echo) stock.send(bytes)
  stock.presence({ cursor: [8, 8] })
  await expect.poll(() => seenBy(ann)).toMatchObject({ Echo: { cursor: [8, 8] } })
  expect(changesIn(ann, told)).toHaveLength(1)
  expect(changedFields(NOTHING, { ...NOTHING, ...seenBy(ann)['Ann'] })).toEqual({ cursor: [5, 6] })
})
