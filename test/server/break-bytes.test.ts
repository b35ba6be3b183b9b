import * as encoding from 'lib0/encoding'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { liveServer } from '../support/live-server.ts'
import type { RawClient } from '../support/raw-client.ts'
import { awareness, presenceIn, sync } from '../support/raw-frames.ts'
import { addMoment, addStroke, buildSession, momentsIn, newRecordId } from '../support/session-builder.ts'

async function wall() {
  const session = await buildSession((await liveServer()).origin)
  await session.go('post')
  const join = async (name: string) => session.join((await session.sit('participant', name)).token)
  const [eve, ann] = [await join('Eve'), await join('Ann')]
  const goesOn = async (moments: number) => {
    ann.write((doc) => addMoment(doc, newRecordId(), 'Still writing'))
    await expect.poll(async () => (await session.content()).moments.length).toBe(moments)
    expect(ann.isOpen()).toBe(true)
  }
  return { session, eve, ann, join, goesOn }
}

/** What somebody wrote on a copy of the board, as one update. */
function written({ doc }: RawClient, change: (copy: Y.Doc) => void, encode = Y.encodeStateAsUpdate): Uint8Array {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  const vector = Y.encodeStateVector(copy)
  copy.clientID = doc.clientID
  change(copy)
  return encode(copy, vector)
}

test('an update of the other encoding, an empty one and half of one leave the board as it was (D1)', async () => {
  const { eve, join, goesOn } = await wall()
  const change = (doc: Y.Doc) => addMoment(doc, newRecordId(), 'x')
  eve.update(new Uint8Array([0, 0]))
  await eve.frame(67)
  eve.update(written(eve, change, Y.encodeStateAsUpdateV2))
  expect(await eve.closed).toBeGreaterThanOrEqual(4400)
  const whole = written(await join('Eve'), change)
  for (const length of [1, 7, whole.length - 2]) {
    const again = await join('Eve')
    again.update(whole.slice(0, length))
    expect(await again.closed).toBeGreaterThanOrEqual(4400)
  }
  await goesOn(11)
})

test('values without end, of no number or of huge size are refused (D1)', async () => {
  const { eve, join, goesOn } = await wall()
  const id = [...momentsIn(eve.doc).keys()][0] ?? ''
  let deep: unknown[] = []
  for (let at = 0; at < 5_000; at++) deep = [deep]
  for (const [key, value] of [
    ['place', [Number.NaN, 0, 10, 10]],
    ['place', [0, 0, 10, 1e300]],
    ['seconds', Number.POSITIVE_INFINITY],
    ['seconds', 10n],
    ['place', deep],
    ['prompt', 'x'.repeat(100_000)],
    ['channel', new Uint8Array(10)],
  ] as const) {
    const again = await join('Eve')
    again.write((doc) => momentsIn(doc).get(id)?.set(key, value))
    expect((await again.frame(68)).fields.rule).toBe('D1')
  }
  await goesOn(11)
})

test('honest offline work comes in whole: strokes drawn and erased, keys written twice, in one answer', async () => {
  const { session, eve } = await wall()
  const id = [...momentsIn(eve.doc).keys()][0] ?? ''
  const update = written(eve, (doc) => {
    for (let at = 0; at < 30; at++) addStroke(doc, `stroke-number-${at}`)
    for (let at = 0; at < 29; at++) doc.getMap('ink').delete(`stroke-number-${at}`)
    for (let at = 0; at < 30; at++) momentsIn(doc).get(id)?.set('place', [at, at, 176, 120])
    const text = momentsIn(doc).get(id)?.get('text')
    if (text instanceof Y.Text) text.insert(0, 'Offline: ')
    addMoment(doc, 'made-offline', 'One')
    momentsIn(doc).get('made-offline')?.set('order', 'a5')
    momentsIn(doc).get('made-offline')?.set('order', 'a6')
  })
  eve.send(sync(1, update))
  await eve.frame(67)
  const { ink, moments } = await session.content()
  expect(ink).toHaveLength(1)
  expect(moments.find((each: { id: string }) => each.id === id)).toMatchObject({ place: [29, 29, 176, 120] })
  expect(moments).toHaveLength(11)
})

test('an observer who answers with the whole document, deletes and all, stays (L1)', async () => {
  const { session, eve, ann } = await wall()
  eve.write((doc) => addStroke(doc, 'stroke-of-eve'))
  await ann.until((doc) => doc.getMap('ink').has('stroke-of-eve'))
  ann.write((doc) => doc.getMap('ink').delete('stroke-of-eve'))
  await ann.frame(67)
  const observer = await session.join(session.tokens.observer)
  observer.send(sync(1, Y.encodeStateAsUpdate(observer.doc)))
  await observer.frame(67)
  expect(observer.isOpen()).toBe(true)
})

test('presence under a second id, another’s id or another’s name is nobody’s', async () => {
  const { eve, ann } = await wall()
  ann.presence({ cursor: [1, 1] })
  eve.presence({ cursor: [2, 2], name: 'Ann', seat: 'seat-of-ann', role: 'facilitator' })
  eve.send(awareness(12_345, 1, { cursor: [3, 3] }))
  eve.send(awareness(ann.doc.clientID, 1_000, null))
  eve.send(awareness(ann.doc.clientID, 1_001, { cursor: [4, 4] }))
  await expect.poll(() => presenceIn(ann.frames).some(({ state }) => state?.cursor?.[0] === 2)).toBe(true)
  const seen = presenceIn(ann.frames)
  expect(new Set(seen.map(({ client }) => client))).toEqual(new Set([eve.doc.clientID]))
  expect(new Set(seen.map(({ state }) => state?.name))).toEqual(new Set(['Eve']))
  expect(presenceIn(eve.frames).every(({ state }) => state !== null)).toBe(true)
})

test('a chain of parts that are written from right to left is followed without end of the stack (D1)', async () => {
  const { eve, goesOn } = await wall()
  const encoder = encoding.createEncoder()
  const length = 20_000
  encoding.writeVarUint(encoder, 1)
  encoding.writeVarUint(encoder, length)
  encoding.writeVarUint(encoder, eve.doc.clientID)
  encoding.writeVarUint(encoder, 0)
  for (let at = 0; at < length; at++) {
    // A string of one letter that names only its right neighbour, which comes after it.
    encoding.writeUint8(encoder, 0x44)
    encoding.writeVarUint(encoder, eve.doc.clientID)
    encoding.writeVarUint(encoder, (at + 1) % length)
    encoding.writeVarString(encoder, 'x')
  }
  encoding.writeVarUint(encoder, 0)
  eve.update(encoding.toUint8Array(encoder))
  await eve.frame(68)
  expect(await eve.closed).toBe(4409)
  await goesOn(11)
})
