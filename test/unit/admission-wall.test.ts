import { packPoints, PACKED_POINTS_MAX } from '@momentous/shared/board/packed-points'
import { recordLimits } from '@momentous/shared/board/records'
import { describe, expect, it, test } from 'vitest'
import * as Y from 'yjs'
import { EVE, judgedBoard, type Judged } from '../support/judged.ts'
import { rawUpdate, type RawContent, type RawStruct } from '../support/raw-update.ts'

const D1 = { verdict: 'refused', rule: 'D1' }
const bytes = (content: ArrayLike<number>, length?: number): RawContent => ({
  is: 'bytes',
  bytes: Uint8Array.from(content),
  ...(length === undefined ? {} : { length }),
})
const value = (...values: readonly unknown[]): RawContent => ({ is: 'any', values })
const map: RawContent = { is: 'type', type: 1 }
const mine = (...structs: readonly RawStruct[]) => rawUpdate([{ client: EVE, clock: 0, structs }])
const made = (root: string, fields: Readonly<Record<string, RawContent>>, id = `${root}-of-eves`) =>
  mine(
    { parent: root, sub: id, content: map },
    ...Object.entries(fields).map(([sub, content]): RawStruct => ({ parent: [EVE, 0], sub, content })),
  )
const stroke = (points: RawContent) => made('ink', { points })
const words: RawContent = { is: 'type', type: 2 }
const shape = (fields: Readonly<Record<string, RawContent>> = {}, id?: string) =>
  made('shapes', { words, ...fields }, id)

/** What a page of ours would send for this. */
function sent({ doc }: Judged, change: (doc: Y.Doc) => void): Uint8Array {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  const vector = Y.encodeStateVector(copy)
  copy.transact(() => change(copy))
  return Y.encodeStateAsUpdate(copy, vector)
}
const shapeIn = (doc: Y.Doc, id = 'shapes-of-eves') => doc.getMap<Y.Map<unknown>>('shapes').get(id) ?? new Y.Map()

describe('the points of a stroke', () => {
  it('are taken as bytes, as the list of an earlier time, and as long as they may be', () => {
    const line = Array.from({ length: 30_000 }, (_none, at) => (at % 3 === 2 ? (at % 7) / 10 : at))
    for (const points of [bytes([50, 0, 0]), value([0, 0, 0.5]), bytes(packPoints(line))]) {
      expect(judgedBoard().judge(stroke(points)).verdict).toBe('admitted')
    }
  })

  it('may be moved by one while another erases the stroke: nobody is refused for that', () => {
    const board = judgedBoard()
    board.judge(stroke(bytes([50, 0, 0])))
    const move = sent(board, (doc) => doc.getMap<Y.Map<unknown>>('ink').get('ink-of-eves')?.set('moved', [5, 5]))
    board.doc.transact(() => board.doc.getMap('ink').delete('ink-of-eves'))
    expect(board.judge(move).verdict).toBe('admitted')
    expect(board.doc.getMap('ink').toJSON()).toEqual({})
  })

  const tooMany = packPoints(Array.from({ length: 30_003 }, () => 1))
  it.each<[string, RawContent]>([
    ['are none', bytes([50])],
    ['are cut short', bytes([50, 1])],
    ['have something behind them', bytes([50, 0, 0, 0])],
    ['lie outside the world', bytes([50, 0xbf, 0xff, 0xff, 0x7f, 0])],
    ['are too many', bytes(tooMany)],
    ['are longer than any', bytes(new Uint8Array(PACKED_POINTS_MAX + 1))],
    ['say a pressure that there isn’t', bytes([101, 0, 0])],
    ['say one pressure for each, where all are the same', bytes([255, 0, 0, 50])],
    ['say a step at more length than need be', bytes([50, 0x80, 0, 0])],
    ['step back by nothing', bytes([50, 0x40, 0])],
    ['are longer than they say', bytes([50, 0, 0], 2)],
    ['say that they are longer than they are', bytes([50, 0, 0], 4_000)],
    ['say that they are longer than anything', bytes([50, 0, 0], 2 ** 40)],
    ['are bytes in a list', value([new Uint8Array([50, 0, 0])])],
    ['are two values', value(new Uint8Array([50, 0, 0]), 1)],
    ['are no numbers', value(['0', '0', '0'])],
    ['are not finite', value([0, Infinity, 0.5])],
  ])('are refused when they %s (D1)', (_what, points) => {
    expect(judgedBoard().judge(stroke(points))).toMatchObject(D1)
  })

  it('are longer than any: refused before anybody looks at them, where nothing is left of the stroke too (D1)', () => {
    const board = judgedBoard()
    board.judge(stroke(bytes([50, 0, 0])))
    board.doc.transact(() => board.doc.getMap('ink').delete('ink-of-eves'))
    const late = { parent: [EVE, 0], sub: 'pen', content: bytes(new Uint8Array(PACKED_POINTS_MAX + 1)) } as const
    expect(board.judge(rawUpdate([{ client: EVE, clock: 2, structs: [late] }]))).toMatchObject(D1)
  })

  it('are bytes in no other place (D1)', () => {
    const points = bytes([50, 0, 0])
    const { letters, note } = judgedBoard()
    const letter = [letters.client, letters.clock] as const
    for (const update of [
      made('ink', { pen: points }),
      made('ink', { moved: points }),
      made('moments', { text: words, order: value('a0'), place: points }),
      shape({ image: points }),
      mine({ parent: 'ink', sub: 'stroke-of-eves', content: points }),
      mine({ left: letter, content: points }),
      mine({ parent: [note.client, note.clock], content: points }),
      mine({ parent: 'session', sub: 'title', content: points }),
    ]) {
      expect(judgedBoard().judge(update)).toMatchObject({ verdict: 'refused', rule: expect.stringMatching(/^D[12]$/) })
    }
  })
})

describe('a shape', () => {
  const place = value([0, 0, 240, 160])
  it('is made, changed and moved by whoever may draw (K1)', () => {
    const board = judgedBoard()
    const kind = value('connector')
    const from = value({ at: 'note-of-anns' })
    expect(board.judge(shape({ kind, from, to: value({ point: [1, -2.5] }) })).verdict).toBe('admitted')
    const change = sent(board, (doc) => shapeIn(doc).set('to', { at: 'gone-long-ago' }))
    expect(board.judge(change).verdict).toBe('admitted')
    board.go('ideas')
    const later = sent(board, (doc) => shapeIn(doc).set('tint', 'rose'))
    expect(board.judge(later)).toMatchObject({ rule: 'K1' })
  })

  it.each<[string, Readonly<Record<string, RawContent>>]>([
    ['a key that there isn’t', { colour: value('red') }],
    ['another kind', { kind: value('circle') }],
    ['no place', { place: value(null) }],
    ['a place that is too large', { place: value([0, 0, 10_001, 10]) }],
    ['a place of five numbers', { place: value([0, 0, 10, 10, 10]) }],
    ['an end that names nothing', { from: value({}) }],
    ['an end that names no id', { from: value({ at: '__proto__' }) }],
    ['an end that names two things', { from: value({ at: 'note-of-anns', point: [0, 0] }) }],
    ['an end nowhere', { to: value({ point: [0, 1_000_001] }) }],
    ['an end with something beside it', { to: value({ point: [0, 0], by: 'Eve' }) }],
    ['a file by another name', { image: value({ hash: 'g'.repeat(64), w: 1, h: 1 }) }],
    ['a file without a width', { image: value({ hash: 'a'.repeat(64), h: 1 }) }],
    ['a file with an address', { image: value({ hash: 'a'.repeat(64), w: 1, h: 1, src: 'https://example.org' }) }],
    ['a tint of its own', { tint: value('url(x)') }],
    ['a group that is no id', { group: value('g') }],
    ['a depth that nothing can lie above', { z: value('zz0') }],
    ['words that are no text', { words: value('Hello') }],
  ])('holds no %s (D1)', (_what, fields) => {
    expect(judgedBoard().judge(shape(fields))).toMatchObject(D1)
  })

  it('has words, and not too many (D1)', () => {
    expect(judgedBoard().judge(made('shapes', { kind: value('area') }))).toMatchObject(D1)
    const board = judgedBoard()
    board.judge(shape({ place }))
    const type = (letters: string) =>
      board.judge(sent(board, (doc) => (shapeIn(doc).get('words') as Y.Text).insert(0, letters)))
    expect(type('x'.repeat(400)).verdict).toBe('admitted')
    expect(type('x')).toMatchObject(D1)
  })

  it('is never deleted, and stays what it is (M5, M4)', () => {
    const board = judgedBoard()
    board.judge(shape({ kind: value('image'), image: value({ hash: 'a'.repeat(64), w: 1, h: 1 }) }))
    const rule = (change: (doc: Y.Doc) => void) => board.judge(sent(board, change))
    expect(rule((doc) => doc.getMap('shapes').delete('shapes-of-eves'))).toMatchObject({ rule: 'M5' })
    expect(rule((doc) => shapeIn(doc).set('kind', 'connector'))).toMatchObject({ rule: 'M4' })
    expect(rule((doc) => shapeIn(doc).delete('kind'))).toMatchObject({ rule: 'M4' })
    expect(rule((doc) => shapeIn(doc).set('image', { hash: 'b'.repeat(64), w: 1, h: 1 }))).toMatchObject({ rule: 'M4' })
    expect(rule((doc) => shapeIn(doc).set('removed', true)).verdict).toBe('admitted')
  })

  it('shares its id with no other piece, in one change neither (M4)', () => {
    const board = judgedBoard()
    expect(board.judge(shape({ place }, 'note-of-anns'))).toMatchObject({ rule: 'M4' })
    expect(board.judge(made('ink', {}, 'note-of-anns'))).toMatchObject({ rule: 'M4' })
    const twice = mine(
      { parent: 'ink', sub: 'piece-of-eves', content: map },
      { parent: 'shapes', sub: 'piece-of-eves', content: map },
      { parent: [EVE, 1], sub: 'words', content: words },
    )
    expect(board.judge(twice)).toMatchObject({ rule: 'M4' })
    // A stage is no piece.
    expect(board.judge(made('stages', { title: words }, 'note-of-anns')).verdict).toBe('admitted')
  })

  it('stays where it is while it is locked, unless the same change unlocks it (K1)', () => {
    const board = judgedBoard()
    board.judge(shape({ place, locked: value(true) }))
    const move = (change: (raw: Y.Map<unknown>) => void) => board.judge(sent(board, (doc) => change(shapeIn(doc))))
    for (const key of ['place', 'from', 'to']) {
      const there = key === 'place' ? [5, 5, 50, 50] : { point: [5, 5] }
      expect(move((raw) => raw.set(key, there))).toMatchObject({ rule: 'K1' })
    }
    expect(move((raw) => raw.delete('place'))).toMatchObject({ rule: 'K1' })
    const unlocks = (raw: Y.Map<unknown>) => {
      raw.set('locked', false)
      raw.set('place', [5, 5, 50, 50])
    }
    expect(move(unlocks).verdict).toBe('admitted')
  })

  it('that is a connector holds on to no connector, made in the same change neither (K1)', () => {
    const board = judgedBoard()
    const kind = value('connector')
    board.judge(shape({ kind }))
    const hold = (at: string) => board.judge(sent(board, (doc) => shapeIn(doc).set('from', { at })))
    expect(hold('shapes-of-eves')).toMatchObject({ rule: 'K1' })
    expect(hold('note-of-anns').verdict).toBe('admitted')
    const pair = sent(board, (doc) => {
      for (const [id, at] of [
        ['line-number-1', 'line-number-2'],
        ['line-number-2', 'note-of-anns'],
      ] as const) {
        doc.getMap('shapes').set(
          id,
          new Y.Map<unknown>([
            ['words', new Y.Text('')],
            ['kind', 'connector'],
            ['from', { at }],
          ]),
        )
      }
    })
    expect(board.judge(pair)).toMatchObject({ rule: 'K1' })
  })
})

test.each(['shapes', 'stages'] as const)('a board holds so many %s, those in the bin among them (D1)', (root) => {
  const board = judgedBoard()
  const key = root === 'shapes' ? 'words' : 'title'
  const record = (clock: number): readonly RawStruct[] => [
    { parent: root, sub: `record-of-eves-${clock}`, content: map },
    { parent: [EVE, clock], sub: key, content: words },
  ]
  const add = (clock: number, ...structs: readonly RawStruct[]) =>
    board.judge(rawUpdate([{ client: EVE, clock, structs }]))
  board.doc.transact(() => {
    for (let at = 1; at < recordLimits[root]; at++) {
      board.doc.getMap(root).set(`record-number-${at}`, new Y.Map<unknown>([['removed', true]]))
    }
  })
  expect(add(0, ...record(0), ...record(2))).toMatchObject(D1)
  expect(add(0, ...record(0)).verdict).toBe('admitted')
  expect(add(2, ...record(2))).toMatchObject(D1)
})

test('a stage has a title and an order that another can follow (D1), and comes as a moment does (M1)', () => {
  const stage = (fields: Readonly<Record<string, RawContent>>) => made('stages', { title: words, ...fields })
  expect(judgedBoard().judge(stage({ order: value('a00') }))).toMatchObject(D1)
  expect(judgedBoard().judge(stage({ place: value([0, 0, 1, 1]) }))).toMatchObject(D1)
  const board = judgedBoard()
  board.go('choose')
  expect(board.judge(stage({ order: value('a1') }))).toMatchObject({ rule: 'M1' })
  board.go('colour')
  expect(board.judge(stage({ order: value('a1') })).verdict).toBe('admitted')
  const erased = sent(board, (doc) => doc.getMap('stages').delete('stages-of-eves'))
  expect(board.judge(erased)).toMatchObject({ rule: 'M5' })
})
