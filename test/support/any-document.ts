import * as Y from 'yjs'

/** Several people at one document with everything that Yjs knows, merged now and then: for what must hold of any document. */
export function anyDocument(chance: () => number, people: number, steps: number): Y.Doc {
  const docs = Array.from({ length: people }, () => {
    const doc = new Y.Doc({ gc: true })
    doc.clientID = Math.floor(chance() * 2 ** 32)
    return doc
  })
  const [first = new Y.Doc()] = docs
  for (let step = 0; step < steps; step++) {
    const doc = docs[Math.floor(chance() * people)] ?? first
    doc.transact(() => {
      for (let more = 1 + Math.floor(chance() * 4); more > 0; more--) writeSomething(doc, chance)
    })
    const other = docs[Math.floor(chance() * people)] ?? first
    if (chance() < 0.3) Y.applyUpdate(other, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(other)))
  }
  for (const doc of docs) Y.applyUpdate(first, Y.encodeStateAsUpdate(doc))
  return first
}

const values = [1, 'word', null, true, 2.5, [1, 'two'], { deep: { er: 1 } }, new Uint8Array([1, 2, 3]), 'ein Wort 🦷']

function writeSomething(doc: Y.Doc, chance: () => number): void {
  const pick = <Value>(from: readonly Value[]): Value | undefined => from[Math.floor(chance() * from.length)]
  const map = doc.getMap<unknown>(pick(['one', 'two']) ?? 'one')
  const list = doc.getArray<unknown>('list')
  const text = doc.getText('text')
  const inside = pick([...map.values()].filter((each) => each instanceof Y.Map))
  const key = pick(['a', 'b', 'c', 'd']) ?? 'a'
  const deeds: (() => void)[] = [
    () => map.set(key, pick(values)),
    () => map.set(key, new Y.Map([['text', new Y.Text('made')]])),
    () => map.delete(key),
    () => inside?.set(key, new Y.Array()),
    () => inside?.delete(key),
    () => list.insert(Math.floor(chance() * (list.length + 1)), [pick(values), pick(values)]),
    () => list.push([new Y.Text('in a list')]),
    () => list.delete(0, Math.min(list.length, 2)),
    () => text.insert(Math.floor(chance() * (text.length + 1)), pick(['a', 'longer words', '🦷']) ?? ''),
    () => text.delete(Math.floor(text.length * chance() * 0.9), Math.min(1, text.length)),
    () => text.format(0, Math.min(3, text.length), { bold: true }),
    () => text.insertEmbed(0, { image: 'x' }),
    () => doc.getXmlFragment('xml').push([new Y.XmlElement('p')]),
    () => void (chance() < 0.1 && list.push([new Y.Doc()])),
  ]
  pick(deeds)?.()
}
