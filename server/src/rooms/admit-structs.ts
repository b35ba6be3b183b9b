import type { Decoded } from '@momentous/shared/board/struct-index'
import * as Y from 'yjs'
import { limits } from './limits.ts'

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

/** Looks at ids and clocks alone: without holes, in an order in which each part finds what it builds on, and bounded. */
export function checkStructs(doc: Y.Doc, { structs }: Decoded): StructsVerdict {
  const fresh = new Map<number, Struct[]>()
  const next = new Map<number, number>()
  const closed = new Set<number>()
  let current: number | null = null
  let hollow = 0
  for (const struct of structs) {
    const { client, clock } = struct.id
    if (client !== current) {
      // Yjs reads only one group a client; a second one would be left pending.
      if (closed.has(client)) return shape('This change names one author twice.')
      if (current !== null) closed.add(current)
      current = client
    }
    const known = next.get(client) ?? Y.getState(doc.store, client)
    const end = clock + struct.length
    if (end <= known) continue
    if (clock > known || struct instanceof Y.Skip) return gap
    if (struct instanceof Y.GC || struct.content instanceof Y.ContentDeleted) hollow += struct.length
    if (hollow > limits.hollow) return shape('This change is larger than a board can hold.')
    next.set(client, end)
    const list = fresh.get(client)
    if (list === undefined) fresh.set(client, [struct])
    else list.push(struct)
  }
  return placeable(doc, fresh) ? { ok: true, clients: [...fresh.keys()] } : gap
}

/** Can all of it be placed? Parts that wait for each other in a circle never could, and would stay pending for ever. */
function placeable(doc: Y.Doc, fresh: ReadonlyMap<number, readonly Struct[]>): boolean {
  const reached = new Map<number, number>()
  const reach = (client: number) => reached.get(client) ?? Y.getState(doc.store, client)
  const at = new Map([...fresh.keys()].map((client) => [client, 0]))
  let moved = true
  while (moved) {
    moved = false
    for (const [client, structs] of fresh) {
      let index = at.get(client) ?? 0
      for (let struct = structs[index]; struct !== undefined; struct = structs[++index]) {
        if (!needsOf(struct).every((id) => id.clock < reach(id.client))) break
        reached.set(client, struct.id.clock + struct.length)
        moved = true
      }
      at.set(client, index)
    }
  }
  return [...fresh].every(([client, structs]) => at.get(client) === structs.length)
}

function needsOf(struct: Struct): readonly Y.ID[] {
  if (!(struct instanceof Y.Item)) return []
  const parent: unknown = struct.parent
  return [struct.origin, struct.rightOrigin, parent instanceof Y.ID ? parent : null].filter((id) => id !== null)
}
