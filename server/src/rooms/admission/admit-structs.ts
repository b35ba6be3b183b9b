import type { Decoded } from '@momentous/shared/board/struct-index'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { placeInOrder } from '../document/placing.ts'
import { limits } from '../limits.ts'

export type StructsVerdict =
  /** `clients`: under which ids something new is written; empty when everything is known. */
  | { readonly ok: true; readonly clients: readonly number[] }
  | { readonly ok: false; readonly problem: 'gap' | 'shape'; readonly reason: string }

const gap: StructsVerdict = {
  ok: false,
  problem: 'gap',
  reason: 'This change builds on something that has not arrived.',
}
const shape = (reason: string): StructsVerdict => ({ ok: false, problem: 'shape', reason })

type Struct = Decoded['structs'][number]

/**
 * The update without what the document has already; itself when it brings nothing known. Yjs takes up where known parts
 * end, whatever they claim to be, so nothing of them may be there when the places are judged.
 */
export function withoutKnown(doc: Y.Doc, { structs }: Decoded, bytes: Uint8Array): Uint8Array {
  const known = new Map<number, number>()
  for (const { id } of structs) {
    const state = Y.getState(doc.store, id.client)
    if (id.clock < state) known.set(id.client, state)
  }
  if (known.size === 0) return bytes
  const vector = encoding.createEncoder()
  encoding.writeVarUint(vector, known.size)
  for (const [client, state] of known) {
    encoding.writeVarUint(vector, client)
    encoding.writeVarUint(vector, state)
  }
  return Y.diffUpdate(bytes, encoding.toUint8Array(vector))
}

/** Looks at ids and clocks alone: without holes, in an order in which each part finds what it builds on, and bounded. */
export function checkStructs(doc: Y.Doc, { structs }: Decoded): StructsVerdict {
  const fresh = new Map<number, Struct[]>()
  const next = new Map<number, number>()
  let hollow = 0
  for (const struct of structs) {
    const { client, clock } = struct.id
    const known = next.get(client) ?? Y.getState(doc.store, client)
    const end = clock + struct.length
    if (end <= known) continue
    if (clock > known || struct instanceof Y.Skip) return gap
    if (client > MOST_CLIENT) return shape('This change has an author whose number is too large.')
    if (struct instanceof Y.GC || struct.content instanceof Y.ContentDeleted) hollow += struct.length
    if (hollow > limits.hollow) return shape('This change is larger than a board can hold.')
    next.set(client, end)
    const list = fresh.get(client)
    if (list === undefined) fresh.set(client, [struct])
    else list.push(struct)
  }
  return placeable(doc, fresh) ? { ok: true, clients: [...fresh.keys()] } : gap
}

/** Yjs draws client ids of 32 bits. */
const MOST_CLIENT = 0xffff_ffff

/** Can all of it be placed? Parts that wait for each other in a circle never could, and would stay pending for ever. */
function placeable(doc: Y.Doc, fresh: ReadonlyMap<number, readonly Struct[]>): boolean {
  const reached = new Map<number, number>()
  const isThere = ({ client, clock }: Y.ID) => clock < (reached.get(client) ?? Y.getState(doc.store, client))
  return placeInOrder(
    fresh,
    (struct) => needsOf(struct).find((id) => !isThere(id))?.client ?? null,
    (client, struct) => void reached.set(client, struct.id.clock + struct.length),
  )
}

function needsOf(struct: Struct): readonly Y.ID[] {
  if (!(struct instanceof Y.Item)) return []
  const parent: unknown = struct.parent
  return [struct.origin, struct.rightOrigin, parent instanceof Y.ID ? parent : null].filter((id) => id !== null)
}
