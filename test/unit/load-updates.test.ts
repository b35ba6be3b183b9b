import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { loadUpdates } from '../../client/src/model/load-updates.ts'
import { seededNumbers } from '../support/seeded-random.ts'

const SEED = 20261122
const letters = ['a', 'z', 'A0', '-', '_', 'é', 'ß', '語', '🎉', '👩‍💻', 'לקוח', '\u0000', '\u007F', '\u0080']

/** Words of every length around those where another way of reading them begins. */
function anyWords(next: () => number): string {
  const plain = next() < 0.6
  const length = [0, 1, 13, 14, 15, 63, 64, 65, 127, 128, 300][Math.floor(next() * 11)] ?? 0
  const of = plain ? letters.slice(0, 5) : letters
  return Array.from({ length }, () => of[Math.floor(next() * of.length)] ?? '').join('')
}

function anyValue(next: () => number): unknown {
  const words = anyWords(next)
  const kinds = [words, [words, 1, null], { [words]: words }, 12.5, true, null, new Uint8Array([1, 200])]
  return kinds[Math.floor(next() * kinds.length)]
}

function anyDocument(next: () => number): Y.Doc {
  const doc = new Y.Doc()
  const root = doc.getMap<unknown>(anyWords(next))
  for (let at = 0; at < 60; at++) {
    const record = new Y.Map<unknown>()
    for (let key = 0; key < 4; key++) record.set(anyWords(next), anyValue(next))
    record.set('words', new Y.Text(anyWords(next)))
    root.set(`record-${at}`, record)
    if (next() < 0.2) root.delete(`record-${Math.floor(next() * at)}`)
  }
  return doc
}

describe('what the device kept of a board', () => {
  it(`reads as Yjs reads it, whatever its words are (seed ${SEED})`, () => {
    const next = seededNumbers(SEED)
    for (let round = 0; round < 20; round++) {
      const doc = anyDocument(next)
      const name = [...doc.share.keys()][0] ?? ''
      const loaded = new Y.Doc()
      loadUpdates(loaded, [Y.encodeStateAsUpdate(doc)])
      expect(loaded.getMap(name).toJSON()).toEqual(doc.getMap(name).toJSON())
      expect(Y.encodeStateAsUpdate(loaded)).toEqual(Y.encodeStateAsUpdate(doc))
    }
  })

  it('comes in one go, also of several updates, and says where it came from', () => {
    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    for (const word of ['one', 'two', 'three']) doc.getMap('root').set(word, word)
    const loaded = new Y.Doc()
    const origins: unknown[] = []
    loaded.on('afterTransaction', ({ origin }: Y.Transaction) => origins.push(origin))
    loadUpdates(loaded, updates, 'the server')
    expect(loaded.getMap('root').toJSON()).toEqual({ one: 'one', two: 'two', three: 'three' })
    expect(origins).toEqual(['the server'])
  })

  it('of bytes that end in the middle of a word, nothing is made up', () => {
    const doc = new Y.Doc()
    doc.getMap('root').set('key', 'some words')
    const whole = Y.encodeStateAsUpdate(doc)
    const loaded = new Y.Doc()
    expect(() => loadUpdates(loaded, [whole.slice(0, -6)])).toThrow('Unexpected end of array')
    expect(loaded.getMap('root').toJSON()).toEqual({})
  })
})
