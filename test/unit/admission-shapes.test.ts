import * as encoding from 'lib0/encoding'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { ANN, EVE, judgedBoard } from '../support/judged.ts'
import { rawUpdate, type RawContent, type RawId, type RawStruct } from '../support/raw-update.ts'
import { addMoment } from '../support/session-builder.ts'

const pair = ({ client, clock }: Y.ID, further = 0): RawId => [client, clock + further]
const letters = (text: string): RawContent => ({ is: 'string', text })
const value = (...values: readonly unknown[]): RawContent => ({ is: 'any', values })
const by = (client: number, clock: number, ...structs: readonly RawStruct[]) => rawUpdate([{ client, clock, structs }])
const D1 = { verdict: 'refused', rule: 'D1' }

describe('an update is refused before anything of it is built (D1) when it', () => {
  const cases: readonly (readonly [string, (board: ReturnType<typeof judgedBoard>) => Uint8Array])[] = [
    ['is in the other encoding', ({ doc }) => Y.encodeStateAsUpdateV2(doc)],
    ['has something behind it', () => new Uint8Array([0, 0, 0])],
    ['names one author twice', () => rawUpdate([0, 1].map((clock) => ({ client: EVE, clock, structs: [{ gc: 1 }] })))],
    [
      'names one author a second time with nothing, which Yjs would take instead of the first',
      () =>
        rawUpdate([
          { client: EVE, clock: 0, structs: [{ gc: 1 }] },
          { client: EVE, clock: 0, structs: [] },
        ]),
    ],
    ['says that more parts come', () => rawUpdate([{ client: EVE, clock: 0, structs: [{ gc: 1 }], count: 2 }])],
    ['has an author of more than 32 bits', () => by(2 ** 32, 0, { gc: 1 })],
    ['jumps ahead with a collected stretch', () => by(EVE, 0, { gc: 2 ** 40 })],
    [
      'jumps ahead with a deleted stretch',
      ({ letters: at }) => by(EVE, 0, { left: pair(at), content: { is: 'deleted', length: 2 ** 40 } }),
    ],
    [
      'deletes one stretch twice',
      () =>
        rawUpdate(
          [],
          [
            [
              ANN,
              [
                [0, 3],
                [2, 3],
              ],
            ],
          ],
        ),
    ],
    ['deletes nothing', () => rawUpdate([], [[ANN, [[0, 0]]]])],
    [
      'holds two values in one key',
      ({ note }) => by(EVE, 0, { parent: pair(note), sub: 'paper', content: value('rose', 'rose') }),
    ],
    ['holds a value without a key', ({ note }) => by(EVE, 0, { parent: pair(note), content: value('rose') })],
    ['writes a value into a text', ({ letters: at }) => by(EVE, 0, { left: pair(at), content: value('rose') })],
    ['lies in a letter', ({ letters: at }) => by(EVE, 0, { parent: pair(at), content: letters('in') })],
    ['lies in a root without a name', () => by(EVE, 0, { parent: 'moments', content: letters('in') })],
    [
      'lies in an unknown root',
      () => by(EVE, 0, { parent: 'users', sub: 'eve-herself-here', content: { is: 'type', type: 1 } }),
    ],
    ['lies in a root that every object has', () => by(EVE, 0, { parent: '__proto__', sub: 'x', content: value(1) })],
    [
      'makes a record that is a text',
      () => by(EVE, 0, { parent: 'ink', sub: 'stroke-of-eves', content: { is: 'type', type: 2 } }),
    ],
    [
      'is nested a fifth time',
      () =>
        by(
          EVE,
          0,
          { parent: 'ink', sub: 'stroke-of-eves', content: { is: 'type', type: 1 } },
          ...[0, 1, 2, 3].map((at): RawStruct => ({
            parent: [EVE, at],
            sub: 'points',
            content: { is: 'type', type: 1 },
          })),
        ),
    ],
  ]
  it.each(cases)('%s', (_what, write) => {
    const board = judgedBoard()
    expect(board.judge(write(board))).toMatchObject(D1)
  })

  it.each([
    ['a JSON value', 2],
    ['an embed', 5],
    ['a format', 6],
    ['a document', 9],
    ['an unknown kind', 11],
  ])('holds %s', (_what, kind) => {
    const board = judgedBoard()
    const content: RawContent = { is: 'other', kind, bytes: new Uint8Array([1, 1, 97, 1, 97, 0]) }
    const refused = board.judge(by(EVE, 0, { left: pair(board.letters), content }))
    expect(refused).toMatchObject({ ...D1, reason: 'A board has no place for this kind of content.' })
  })

  it.each([0, 3, 4, 5, 6, 7])('makes a type of number %i', (type) => {
    const board = judgedBoard()
    const name = encoding.createEncoder()
    encoding.writeVarUint(name, type)
    encoding.writeVarString(name, 'x')
    const content: RawContent = { is: 'other', kind: 7, bytes: encoding.toUint8Array(name) }
    expect(board.judge(by(EVE, 0, { parent: 'ink', sub: 'stroke-of-eves', content }))).toMatchObject(D1)
  })
})

describe('an update that builds on what isn’t here is asked for, and never half taken, when it', () => {
  const cases: readonly (readonly [string, (board: ReturnType<typeof judgedBoard>) => Uint8Array])[] = [
    ['begins after a hole', () => by(EVE, 3, { gc: 1 })],
    ['has a hole in it', () => by(EVE, 0, { gc: 1 }, { skip: 4 }, { gc: 1 })],
    ['lies right of a letter to come', ({ letters: at }) => by(EVE, 0, { left: pair(at, 100), content: letters('a') })],
    ['lies left of a letter to come', () => by(EVE, 0, { right: [9, 9], content: letters('a') })],
    ['lies in a record to come', () => by(EVE, 0, { parent: [9, 9], sub: 'paper', content: value('rose') })],
    ['builds on its own end', () => by(EVE, 0, { left: [EVE, 0], content: letters('a') })],
    ['deletes what is to come', () => rawUpdate([], [[9, [[0, 5]]]])],
    ['deletes beyond the end', ({ doc }) => rawUpdate([], [[ANN, [[Y.getState(doc.store, ANN) - 1, 2]]]])],
  ]
  it.each(cases)('%s', (_what, write) => {
    const board = judgedBoard()
    expect(board.judge(write(board))).toEqual({ verdict: 'gap' })
  })
})

describe('what the board has already counts for nothing:', () => {
  it('a known part with neighbours that nobody has is left out, and the rest is taken', () => {
    const board = judgedBoard()
    board.judge(by(EVE, 0, { left: pair(board.letters, 3), content: letters('a') }))
    const forged = by(EVE, 0, { left: [9, 9], content: letters('a') }, { left: [EVE, 0], content: letters('b') })
    expect(board.judge(forged).verdict).toBe('admitted')
    expect(board.doc.getMap<Y.Map<Y.Text>>('moments').get('note-of-anns')?.get('text')?.toString()).toBe('Ruthab')
  })

  it('a part that is half known goes on where its known half lies, whatever it says of itself (M1)', () => {
    const board = judgedBoard()
    // Eve has a letter in a note, from Post; in Decide she may type into assessments alone.
    board.judge(by(EVE, 0, { left: pair(board.letters, 3), content: letters('a') }))
    board.doc.transact(() => {
      const assessment = new Y.Map([['issue', new Y.Text('')]])
      board.doc.getMap('assessments').set('note-of-anns', assessment)
    })
    const issue = board.doc.getMap<Y.Map<Y.Text>>('assessments').get('note-of-anns')?.get('issue')?._item
    board.go('decide')
    const half = by(EVE, 0, { parent: pair(issue?.id ?? board.text), content: letters('a, says Eve') })
    expect(board.judge(half)).toMatchObject({ verdict: 'refused', rule: 'M1' })
  })

  it('the whole document, deletes and all, is nothing new, for an observer too', () => {
    const board = judgedBoard()
    const whole = Y.encodeStateAsUpdate(board.doc)
    expect(board.judge(whole)).toEqual({ verdict: 'known' })
    expect(board.judge(whole, { role: 'observer' })).toEqual({ verdict: 'known' })
  })
})

describe('in another’s name nothing is written (D2):', () => {
  it.each([
    ['as Ann', ANN],
    ['as the server', 1],
  ])('%s', (_what, client) => {
    const board = judgedBoard()
    const clock = Y.getState(board.doc.store, client)
    const forged = by(client, clock, { left: pair(board.letters, 3), content: letters('!') })
    expect(board.judge(forged)).toMatchObject({ verdict: 'refused', rule: 'D2' })
  })
})

it('a seat writes under so many ids at most, and goes on under those that it has (D1)', () => {
  const board = judgedBoard()
  const from = (first: number, clock = 0) =>
    rawUpdate(Array.from({ length: 50 }, (_none, at) => ({ client: first + at, clock, structs: [{ gc: 1 }] })))
  for (let first = 1_000; first < 2_000; first += 50) expect(board.judge(from(first)).verdict).toBe('admitted')
  expect(board.judge(from(2_000))).toMatchObject(D1)
  expect(board.judge(from(1_000, 1)).verdict).toBe('admitted')
})

it('a stack is as high as people make it, and no tower (M1)', () => {
  const board = judgedBoard(40)
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(board.doc))
  const vector = Y.encodeStateVector(copy)
  for (let at = 0; at < 39; at++) {
    copy
      .getMap<Y.Map<unknown>>('moments')
      .get(`note-number-${at}`)
      ?.set('stackedOn', `note-number-${at + 1}`)
  }
  expect(board.judge(Y.encodeStateAsUpdate(copy, vector))).toMatchObject({ verdict: 'refused', rule: 'M1' })
})

it('an honest change of every size is taken whole: a thousand notes, and all of them moved at once', () => {
  const board = judgedBoard(1_000)
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(board.doc))
  const write = (change: () => void) => {
    const vector = Y.encodeStateVector(copy)
    copy.transact(change)
    return board.judge(Y.encodeStateAsUpdate(copy, vector), { isAnswer: true }).verdict
  }
  const moments = copy.getMap<Y.Map<unknown>>('moments')
  expect(write(() => Array.from({ length: 1_000 }, (_none, at) => addMoment(copy, `added-note-${at}`, 'Hello')))).toBe(
    'admitted',
  )
  for (let round = 0; round < 2; round++) {
    expect(write(() => moments.forEach((note) => note.set('place', [round, 1, 176, 120])))).toBe('admitted')
  }
})
