import * as encoding from 'lib0/encoding'
import { updateKey } from '@momentous/shared/wire/update-key'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { liveServer } from '../support/live-server.ts'
import { rawClient } from '../support/raw-client.ts'
import { sync } from '../support/raw-frames.ts'
import { addMoment, buildSession, momentsIn, newRecordId } from '../support/session-builder.ts'

async function wall() {
  const session = await buildSession((await liveServer()).origin)
  await session.go('post')
  return { session, client: await session.join((await session.sit('participant', 'Ann')).token) }
}

/** Writes without sending. */
function unsent(doc: Y.Doc, text: string): Uint8Array {
  const vector = Y.encodeStateVector(doc)
  addMoment(doc, newRecordId(), text)
  return Y.encodeStateAsUpdate(doc, vector)
}

describe('a change that builds on one that got lost', () => {
  test('is asked for what is missing, and everything arrives and is acknowledged', async () => {
    const { session, client } = await wall()
    unsent(client.doc, 'Lost')
    const updates = ['After', 'After that'].map((text) => unsent(client.doc, text))
    for (const update of updates) client.update(update)
    for (const update of updates) await client.frame(67, ({ keys }) => keys.includes(updateKey(update)))
    const texts = (await session.content()).moments.map(({ text }: { text: string }) => text)
    expect(texts).toEqual(expect.arrayContaining(['Lost', 'After', 'After that']))
    expect(client.isOpen()).toBe(true)
  })

  test('is refused when what is missing doesn’t come either, and leaves nothing behind (D1)', async () => {
    const { session, client } = await wall()
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(client.doc))
    unsent(other, 'Never sent')
    const before = await session.content()
    client.update(unsent(other, 'Builds on it'))
    expect((await client.frame(68)).fields.rule).toBe('D1')
    expect(await client.closed).toBe(4409)
    expect(await session.content()).toEqual(before)
  })

  test('that waits for itself in a circle is refused (D1)', async () => {
    const { session, client } = await wall()
    const text = [...momentsIn(client.doc).values()][0]?.get('text') as Y.Text
    client.update(circle(text._start?.id ?? Y.createID(0, 0)))
    expect((await client.frame(68)).fields.rule).toBe('D1')
    expect((await session.content()).moments).toHaveLength(10)
  })
})

test('an answer that arrives before any question, and half a frame, harm nobody', async () => {
  const { session, client } = await wall()
  const stranger = rawClient(session.origin, session.board, session.tokens.participant)
  stranger.send(sync(1, Y.encodeStateAsUpdate(client.doc)))
  stranger.send(sync(2, new Uint8Array([1, 2, 3])))
  expect(await stranger.closed).toBe(4409)
  const other = rawClient(session.origin, session.board, session.tokens.participant)
  other.send(new Uint8Array([0, 2, 200]))
  expect(await other.closed).toBe(4400)
  const id = newRecordId()
  client.write((doc) => addMoment(doc, id, 'Goes on'))
  await expect.poll(async () => (await session.content()).moments.length).toBe(11)
})

/** Two client ids with a character each: right of the same known one, and each left of the other's. */
function circle(known: Y.ID): Uint8Array {
  const encoder = encoding.createEncoder()
  const write = (...numbers: number[]) => {
    for (const number of numbers) encoding.writeVarUint(encoder, number)
  }
  const [one, other] = [5, 6]
  write(2)
  for (const [client, neighbour] of [
    [other, one],
    [one, other],
  ] as const) {
    write(1, client, 0)
    // Has a left and a right neighbour, holds characters.
    encoding.writeUint8(encoder, 0xc4)
    write(known.client, known.clock, neighbour, 0)
    encoding.writeVarString(encoder, 'x')
  }
  write(0)
  return encoding.toUint8Array(encoder)
}
