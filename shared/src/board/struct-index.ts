import * as Y from 'yjs'

export type Struct = Y.Item | Y.GC | Y.Skip
export type Decoded = ReturnType<typeof Y.decodeUpdate>

/** Finds structs by id, in what an update brings and in what the document has. Applies nothing. */
export interface StructIndex {
  /** Null when it is in neither: something that this update builds on hasn't arrived. */
  find(id: Y.ID): Struct | null
  /** Is it one that the update brings? */
  isOwn(struct: Struct): boolean
  /** Those that lie in a stretch of one author's, in order; one that is in neither ends it. */
  each(client: number, clock: number, end: number): Iterable<Struct>
}

function at(structs: readonly Struct[], clock: number): number {
  let low = 0
  let high = structs.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const struct = structs[middle]
    if (struct === undefined) break
    if (clock < struct.id.clock) high = middle - 1
    else if (clock >= struct.id.clock + struct.length) low = middle + 1
    else return middle
  }
  return -1
}

export function indexStructs(doc: Y.Doc, decoded: Decoded): StructIndex {
  const own = new Map<number, Struct[]>()
  for (const struct of decoded.structs) {
    const list = own.get(struct.id.client)
    if (list === undefined) own.set(struct.id.client, [struct])
    else list.push(struct)
  }
  // What the document has counts first: a resent struct is the document's, whatever it claims to be.
  const listOf = (client: number, clock: number): readonly Struct[] =>
    (clock < Y.getState(doc.store, client) ? doc.store.clients.get(client) : own.get(client)) ?? []
  return {
    isOwn: ({ id, length }) => id.clock + length > Y.getState(doc.store, id.client),
    find(id) {
      const list = listOf(id.client, id.clock)
      return list[at(list, id.clock)] ?? null
    },
    *each(client, clock, end) {
      // Where the document's end, the update's own may go on.
      for (let from = clock; from < end;) {
        const list = listOf(client, from)
        let index = at(list, from)
        if (index < 0) return
        for (let struct = list[index]; struct !== undefined && struct.id.clock < end; struct = list[++index]) {
          from = struct.id.clock + struct.length
          yield struct
        }
      }
    },
  }
}
