import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { loadUpdates } from '../../client/src/model/load-updates.ts'
import { seededNumbers } from '../support/seeded-random.ts'

const SEED = 20261123
const ROUNDS = 20
const plain = ['a', 'z', 'A0', '-', '_']
const letters = [...plain, 'é', '語', '🎉', '👩‍💻', '\u0000', '\u007F', '\u0080', '\uD83C', '\uDF89', '\uFEFF']

type Next = () => number
const upTo = (next: Next, count: number) => Math.floor(next() * count)
const oneOf = <Of>(next: Next, list: readonly Of[]): Of => list[upTo(next, list.length)] as Of

function anyWords(next: Next): string {
  const from = next() < 0.6 ? plain : letters
  const length = oneOf(next, [0, 1, 2, 5, 13, 14, 15, 63, 64, 65, 127, 128, 200])
  return Array.from({ length }, () => oneOf(next, from)).join('')
}

function anyValue(next: Next, depth = 0): unknown {
  if (depth < 2 && next() < 0.3) {
    const list = Array.from({ length: upTo(next, 4) }, () => anyValue(next, depth + 1))
    return next() < 0.5 ? list : Object.fromEntries(list.map((each) => [anyWords(next), each]))
  }
  const words = anyWords(next)
  return oneOf(next, [words, words, 12.5, -3, 2 ** 40, NaN, true, false, null, new Uint8Array([119, 2, 200])])
}

function anyType(next: Next): unknown {
  const kinds = [
    () => new Y.Map(),
    () => new Y.Array(),
    () => new Y.Text(anyWords(next)),
    () => new Y.XmlElement(anyWords(next) || 'p'),
    () => new Y.XmlFragment(),
    () => new Y.Doc({ guid: anyWords(next) }),
  ]
  return oneOf(next, kinds)()
}

const anything = (next: Next): unknown => (next() < 0.25 ? anyType(next) : anyValue(next))

type Shared = Y.AbstractType<unknown>
const roots = (doc: Y.Doc) =>
  [doc.getMap('map'), doc.getArray('list'), doc.getText('text'), doc.getXmlFragment('xml')] as unknown as Shared[]

/** A shared type and all that are in it, however deep. */
function typesIn(type: Shared): Shared[] {
  const inner: unknown[] = []
  if (type instanceof Y.Map) inner.push(...type.values())
  else if (type instanceof Y.Array || type instanceof Y.XmlFragment) inner.push(...type.toArray())
  return [type, ...inner.flatMap((each) => (each instanceof Y.AbstractType ? typesIn(each as Shared) : []))]
}

function change(doc: Y.Doc, next: Next): void {
  const type = oneOf(next, roots(doc).flatMap(typesIn))
  if (type instanceof Y.Text) changeText(type, next)
  else if (type instanceof Y.Map) changeMap(type, next)
  else if (type instanceof Y.Array) changeList(type, next)
  else if (type instanceof Y.XmlFragment) changeXml(type, next)
}

function changeMap(map: Y.Map<unknown>, next: Next): void {
  const keys = [...map.keys()]
  if (keys.length > 0 && next() < 0.3) map.delete(oneOf(next, keys))
  else map.set(next() < 0.5 ? oneOf(next, ['a', 'b', 'text']) : anyWords(next), anything(next))
}

function changeList(list: Y.Array<unknown>, next: Next): void {
  const at = upTo(next, list.length)
  if (list.length > 0 && next() < 0.35) return list.delete(at, 1 + upTo(next, list.length - at))
  list.insert(
    at,
    Array.from({ length: 1 + upTo(next, 4) }, () => anything(next)),
  )
}

function changeXml(xml: Y.XmlFragment, next: Next): void {
  if (xml.length > 0 && next() < 0.3) xml.delete(upTo(next, xml.length), 1)
  else xml.insert(upTo(next, xml.length + 1), [next() < 0.5 ? new Y.XmlText(anyWords(next)) : new Y.XmlElement('p')])
  if (xml instanceof Y.XmlElement) xml.setAttribute(anyWords(next) || 'a', anyWords(next))
}

function changeText(text: Y.Text, next: Next): void {
  const at = upTo(next, text.length + 1)
  const rest = text.length - at
  const kind = next()
  if (kind < 0.4 || rest === 0) text.insert(at, anyWords(next))
  else if (kind < 0.6) text.delete(at, 1 + upTo(next, rest))
  else if (kind < 0.8) text.format(at, 1 + upTo(next, rest), { [anyWords(next)]: oneOf(next, [true, null, 'bold']) })
  else text.insertEmbed(at, { [anyWords(next)]: anyWords(next) })
}

/** What three people did, as the updates that came of it: in whatever order, packed in whatever way, some of them lost. */
function anyUpdates(next: Next): Uint8Array[] {
  const updates: Uint8Array[] = []
  const docs = [1, 1000, 2 ** 32 - 9].map((clientID) => {
    const doc = new Y.Doc({ gc: next() < 0.8 })
    doc.clientID = clientID
    doc.on('update', (update: Uint8Array, origin: unknown) => origin !== 'other' && updates.push(update))
    return doc
  })
  for (let step = 0; step < 30 + upTo(next, 40); step++) {
    const doc = oneOf(next, docs)
    if (next() < 0.15) Y.applyUpdate(doc, Y.encodeStateAsUpdate(oneOf(next, docs)), 'other')
    else doc.transact(() => Array.from({ length: 1 + upTo(next, 4) }).forEach(() => change(doc, next)))
  }
  for (const doc of docs) {
    if (next() < 0.7) updates.push(Y.encodeStateAsUpdate(doc))
    if (next() < 0.3) updates.push(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(oneOf(next, docs))))
  }
  if (next() < 0.5) updates.sort(() => next() - 0.5)
  if (next() < 0.5) updates.splice(upTo(next, updates.length), 1 + upTo(next, 5))
  if (next() < 0.5) updates.push(Y.mergeUpdates(updates.splice(upTo(next, updates.length), 1 + upTo(next, 8))))
  return updates
}

function emptyDocument(): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = 77
  return doc
}

/** All that can be told of a document. */
function stateOf(doc: Y.Doc) {
  const { pendingStructs, pendingDs } = doc.store
  const values = roots(doc).map((root): unknown => root.toJSON())
  return {
    words: JSON.stringify(values, (_, value: unknown) => (value instanceof Y.Doc ? value.guid : value)),
    looks: JSON.stringify(doc.getText('text').toDelta()),
    state: Y.encodeStateAsUpdate(doc),
    newer: Y.encodeStateAsUpdateV2(doc),
    ...{ vector: Y.encodeStateVector(doc), pendingStructs, pendingDs },
  }
}

describe('what the device kept of a board', () => {
  it(`reads as Yjs reads it, whatever was done in whatever order, with some of it missing (seed ${SEED})`, () => {
    const next = seededNumbers(SEED)
    let waiting = 0
    for (let round = 0; round < ROUNDS; round++) {
      const updates = anyUpdates(next)
      const [known, loaded, knownEach, loadedEach] = [1, 2, 3, 4].map(emptyDocument) as [Y.Doc, Y.Doc, Y.Doc, Y.Doc]
      known.transact(() => updates.forEach((update) => Y.applyUpdate(known, update)))
      loadUpdates(loaded, updates)
      expect(stateOf(loaded), `round ${round}`).toEqual(stateOf(known))
      for (const update of updates) {
        Y.applyUpdate(knownEach, update)
        loadUpdates(loadedEach, [update])
      }
      expect(stateOf(loadedEach), `round ${round}, one by one`).toEqual(stateOf(knownEach))
      for (const doc of [known, loaded]) {
        const more = seededNumbers(round)
        for (let step = 0; step < 5; step++) change(doc, more)
      }
      expect(stateOf(loaded).words, `round ${round}, changed on`).toEqual(stateOf(known).words)
      if (loaded.store.pendingStructs) waiting++
    }
    expect(waiting).toBeGreaterThan(0)
  })
})
