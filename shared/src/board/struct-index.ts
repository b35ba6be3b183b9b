import * as Y from 'yjs'

export type Struct = Y.Item | Y.GC | Y.Skip
export type Decoded = ReturnType<typeof Y.decodeUpdate>

/** Finds structs by id, in what an update brings and in what the document has. Applies nothing. */
export interface StructIndex {
  /** Null when it is in neither: something that this update builds on hasn't arrived. */
  find(id: Y.ID): Struct | null
  isOwn(struct: Struct): boolean
}

function within(structs: readonly Struct[], clock: number): Struct | null {
  let low = 0
  let high = structs.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const struct = structs[middle]
    if (struct === undefined) return null
    if (clock < struct.id.clock) high = middle - 1
    else if (clock >= struct.id.clock + struct.length) low = middle + 1
    else return struct
  }
  return null
}

export function indexStructs(doc: Y.Doc, decoded: Decoded): StructIndex {
  const own = new Map<number, Struct[]>()
  const ownSet = new Set<Struct>()
  for (const struct of decoded.structs) {
    const list = own.get(struct.id.client)
    if (list === undefined) own.set(struct.id.client, [struct])
    else list.push(struct)
    ownSet.add(struct)
  }
  return {
    isOwn: (struct) => ownSet.has(struct),
    find(id) {
      // What the document has counts first: a resent struct is the document's, whatever it claims to be.
      if (id.clock < Y.getState(doc.store, id.client)) return within(doc.store.clients.get(id.client) ?? [], id.clock)
      return within(own.get(id.client) ?? [], id.clock)
    },
  }
}
