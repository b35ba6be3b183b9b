import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { liveServer } from '../support/live-server.ts'
import type { RawClient } from '../support/raw-client.ts'
import {
  addMoment,
  addStroke,
  buildSession,
  momentsIn,
  newRecordId,
  type TestSession,
} from '../support/session-builder.ts'

const REFUSED = 4409

interface Attack {
  readonly what: string
  readonly rule: string
  readonly write: (doc: Y.Doc) => void
}

const first = (doc: Y.Doc): Y.Map<unknown> => [...momentsIn(doc).values()][0] ?? new Y.Map()
const firstId = (doc: Y.Doc): string => [...momentsIn(doc).keys()][0] ?? ''
const record = (values: Record<string, unknown>): Y.Map<unknown> => new Y.Map(Object.entries(values))

/** A map by inheritance, with a name that nobody checks. */
const hook = () => new Y.XmlHook('x'.repeat(100)) as unknown as Y.Map<unknown>

const attacks: readonly Attack[] = [
  { what: 'sets the phase', rule: 'D2', write: (doc) => doc.getMap('session').set('phase', 'plan') },
  { what: 'writes a total of the vote', rule: 'D2', write: (doc) => doc.getMap('session').set('vote', {}) },
  {
    what: 'writes a grade',
    rule: 'D2',
    write: (doc) => doc.getMap('grades').set(firstId(doc), record({ settled: 'magical' })),
  },
  {
    what: 'writes an idea',
    rule: 'D2',
    write: (doc) => doc.getMap('ideas').set(newRecordId(), record({ text: 'Mine', moment: firstId(doc) })),
  },
  { what: 'replaces a moment', rule: 'M4', write: (doc) => addMoment(doc, firstId(doc), 'Another one') },
  { what: 'deletes a moment', rule: 'M5', write: (doc) => momentsIn(doc).delete(firstId(doc)) },
  { what: 'replaces a text', rule: 'M4', write: (doc) => first(doc).set('text', new Y.Text('Other words')) },
  { what: 'puts a plain value where a text belongs', rule: 'D1', write: (doc) => first(doc).set('text', 'Words') },
  { what: 'writes an unknown root', rule: 'D1', write: (doc) => doc.getMap('elsewhere').set('key', 1) },
  { what: 'writes an unknown key', rule: 'D1', write: (doc) => first(doc).set('author', 'Ann') },
  { what: 'writes a value out of bounds', rule: 'D1', write: (doc) => first(doc).set('place', [0, 0, Infinity, 5]) },
  { what: 'hides something in a value', rule: 'D1', write: (doc) => first(doc).set('place', [0, 0, 10, 10, 'more']) },
  { what: 'nests a type in a value', rule: 'D1', write: (doc) => first(doc).set('paper', new Y.Map()) },
  { what: 'makes a record of another type', rule: 'D1', write: (doc) => doc.getMap('ink').set(newRecordId(), hook()) },
  {
    what: 'makes a text of another type',
    rule: 'D1',
    write: (doc) =>
      doc
        .getMap('moments')
        .set(newRecordId(), record({ text: new Y.XmlText('<b>') as unknown as Y.Text, order: 'a1' })),
  },
  { what: 'puts a document into a record', rule: 'D1', write: (doc) => first(doc).set('paper', new Y.Doc()) },
  {
    what: 'formats a text',
    rule: 'D1',
    write: (doc) => (first(doc).get('text') as Y.Text).format(0, 2, { bold: true }),
  },
  {
    what: 'types a very long text',
    rule: 'D1',
    write: (doc) => (first(doc).get('text') as Y.Text).insert(0, 'x'.repeat(401)),
  },
  {
    what: 'adds an action outside Plan',
    rule: 'P1',
    write: (doc) => doc.getMap('actions').set(newRecordId(), record({})),
  },
  {
    what: 'makes a record without its texts',
    rule: 'D1',
    write: (doc) => doc.getMap('moments').set(newRecordId(), record({ order: 'a1' })),
  },
  { what: 'names a record like a field', rule: 'D1', write: (doc) => addMoment(doc, 'stackedOn', 'Trap') },
]

async function wall(): Promise<{ session: TestSession; eve: RawClient; ann: RawClient }> {
  const session = await buildSession((await liveServer()).origin)
  await session.go('post')
  const [eve, ann] = await Promise.all([session.sit('participant', 'Eve'), session.sit('participant', 'Ann')])
  return { session, eve: await session.join(eve.token), ann: await session.join(ann.token) }
}

/** The others notice nothing, go on, and the board holds exactly what they know. */
async function expectUntouched(session: TestSession, ann: RawClient, before: unknown): Promise<void> {
  expect(await session.content()).toEqual(before)
  const { length } = (before as { moments: unknown[] }).moments
  ann.write((doc) => addMoment(doc, newRecordId(), 'Still writing'))
  await expect.poll(async () => (await session.content()).moments.length).toBe(length + 1)
  expect(ann.isOpen()).toBe(true)
  expect(ann.frames.some(({ number }) => number === 68)).toBe(false)
}

describe('a raw client with a participant’s seat is refused, and nobody else notices, when it', () => {
  test.each(attacks)('$what ($rule)', async ({ rule, write }) => {
    const { session, eve, ann } = await wall()
    const before = await session.content()
    eve.write(write)
    const { fields } = await eve.frame(68)
    expect(fields.rule).toBe(rule)
    expect(fields.reason).toMatch(/^[A-Z].*\.$/)
    expect(await eve.closed).toBe(REFUSED)
    await expectUntouched(session, ann, before)
  })

  test('writes as another (D2)', async () => {
    const { session, eve, ann } = await wall()
    ann.write((doc) => addMoment(doc, newRecordId(), 'Ann was here'))
    await eve.until((doc) => momentsIn(doc).size === 11)
    const before = await session.content()
    const forged = new Y.Doc()
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(eve.doc))
    forged.clientID = ann.doc.clientID
    const vector = Y.encodeStateVector(forged)
    addMoment(forged, newRecordId(), 'Signed: Ann')
    eve.update(Y.encodeStateAsUpdate(forged, vector))
    expect((await eve.frame(68)).fields.rule).toBe('D2')
    expect(await eve.closed).toBe(REFUSED)
    await expectUntouched(session, ann, before)
  })

  test('writes as the server, or as whoever made the board (D2)', async () => {
    for (const pick of [
      (eve: RawClient) => eve.frames.find(({ number }) => number === 64)?.fields.serverClient,
      (eve: RawClient) => [...eve.doc.store.clients.keys()][0],
    ]) {
      const { eve } = await wall()
      const forged = new Y.Doc()
      Y.applyUpdate(forged, Y.encodeStateAsUpdate(eve.doc))
      forged.clientID = pick(eve)
      const vector = Y.encodeStateVector(forged)
      addMoment(forged, newRecordId(), 'Official')
      eve.update(Y.encodeStateAsUpdate(forged, vector))
      expect((await eve.frame(68)).fields.rule).toBe('D2')
    }
  })

  test('jumps its clock ahead with a hollow part (D1)', async () => {
    const { session, eve, ann } = await wall()
    const before = await session.content()
    // One client, one struct: a collected stretch of 2^40 positions.
    eve.update(hollow(eve.doc.clientID, 2 ** 40))
    expect((await eve.frame(68)).fields.rule).toBe('D1')
    await expectUntouched(session, ann, before)
  })

  test('deletes what nobody has written yet (D1)', async () => {
    const { session, eve, ann } = await wall()
    const before = await session.content()
    const encoded = deletion(ann.doc.clientID, 0, 100)
    eve.update(encoded)
    await eve.frame(68)
    expect(await eve.closed).toBe(REFUSED)
    await expectUntouched(session, ann, before)
  })
})

describe('a raw client with an observer’s link is refused (L1) when it', () => {
  test.each([
    ['adds a moment', (doc: Y.Doc) => addMoment(doc, newRecordId(), 'I was here')],
    ['types into one', (doc: Y.Doc) => (first(doc).get('text') as Y.Text).insert(0, 'No: ')],
    ['draws', (doc: Y.Doc) => addStroke(doc, newRecordId())],
    ['writes anywhere else', (doc: Y.Doc) => doc.getMap('elsewhere').set('key', 1)],
  ])('%s', async (_what, write) => {
    const { session, ann } = await wall()
    const before = await session.content()
    const observer = await session.join(session.tokens.observer)
    observer.write(write)
    expect((await observer.frame(68)).fields.rule).toBe(_what === 'writes anywhere else' ? 'L1' : 'L1')
    expect(await observer.closed).toBe(REFUSED)
    await expectUntouched(session, ann, before)
  })

  test('sends a command', async () => {
    const { session } = await wall()
    const observer = await session.join(session.tokens.observer)
    observer.ours(65, { id: 'observer-asks', name: 'keep-moment', args: { id: newRecordId(), text: 'Mine' } })
    const { fields } = await observer.frame(66)
    expect(fields).toMatchObject({ ok: false, rule: 'L1' })
    expect(observer.isOpen()).toBe(true)
  })
})

function bytes(...numbers: number[]): Uint8Array {
  const out: number[] = []
  for (let number of numbers) {
    while (number > 127) {
      out.push((number % 128) + 128)
      number = Math.floor(number / 128)
    }
    out.push(number)
  }
  return new Uint8Array(out)
}

/** One client, one struct from clock 0: collected (info 0), of this length; no deletes. */
const hollow = (client: number, length: number) => bytes(1, 1, client, 0, 0, length, 0)
/** No structs; one client with one range of deletes. */
const deletion = (client: number, clock: number, length: number) => bytes(0, 1, client, 1, clock, length)
