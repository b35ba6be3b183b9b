import * as Y from 'yjs'

/** Every other answer carries the list of all deletions ever, and the server has to look at each of them. */
const NOTHING = new Uint8Array([0, 0])

/** What somebody with this state vector lacks of `doc`, whose deletions are all known there: most often nothing. */
export function answerTo(doc: Y.Doc, vector: Uint8Array): Uint8Array {
  const known = Y.decodeStateVector(vector)
  const own = Y.decodeStateVector(Y.encodeStateVector(doc))
  const hasAll = [...own].every(([client, clock]) => (known.get(client) ?? 0) >= clock)
  return hasAll ? NOTHING : Y.encodeStateAsUpdate(doc, vector)
}
