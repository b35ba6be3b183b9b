import { locator, type Located } from '@momentous/shared/board/container'
import { indexStructs, type Decoded, type StructIndex } from '@momentous/shared/board/struct-index'
import * as Y from 'yjs'

/**
 * What it would cost to place an update, in steps of some 60 ns. Two things cost more than their bytes say: whatever lies
 * between stated neighbours is walked past one by one, and a part that is cut in two moves all its author's later ones.
 */
export function placingWork(doc: Y.Doc, decoded: Decoded): number {
  const index = indexStructs(doc, decoded)
  const work = decoded.structs.length * STEPS.part + erasingWork(doc, index, decoded)
  if (decoded.structs.length <= FEW) return work
  const items = decoded.structs.filter((struct) => struct instanceof Y.Item)
  return work + cutsOf(doc, index, items) + walksOf(doc, index, items)
}

/** So few parts can do no harm, wherever they go; most changes are no larger. */
const FEW = 10

const STEPS = { part: 30, erasure: 20, cut: 100, movedByCut: 1 / 500 } as const

function cut(doc: Y.Doc, client: number): number {
  return STEPS.cut + (doc.store.clients.get(client)?.length ?? 0) * STEPS.movedByCut
}

/** Is something of the document cut in two in front of this id? */
function cutsBefore(index: StructIndex, client: number, clock: number): boolean {
  const struct = index.find(Y.createID(client, clock))
  return struct instanceof Y.Item && !index.isOwn(struct) && struct.id.clock < clock
}

function cutsOf(doc: Y.Doc, index: StructIndex, items: readonly Y.Item[]): number {
  let work = 0
  for (const { origin, rightOrigin } of items) {
    if (origin !== null && cutsBefore(index, origin.client, origin.clock + 1)) work += cut(doc, origin.client)
    else if (rightOrigin !== null && cutsBefore(index, rightOrigin.client, rightOrigin.clock)) {
      work += cut(doc, rightOrigin.client)
    }
  }
  return work
}

function erasingWork(doc: Y.Doc, index: StructIndex, { ds }: Decoded): number {
  let work = 0
  for (const [client, ranges] of ds.clients) {
    for (const { clock, len } of ranges) {
      for (const struct of index.each(client, clock, clock + len)) {
        if (!(struct instanceof Y.Item) || struct.deleted) continue
        work += STEPS.erasure
        if (struct.id.clock < clock) work += cut(doc, client)
        if (struct.id.clock + struct.length > clock + len) work += cut(doc, client)
      }
    }
  }
  return work
}

/**
 * Whoever writes names neighbours that touched each other when they wrote, so nothing is walked past but what others put
 * between them meanwhile. In a list where that isn't so for all new parts, each may be walked past by each.
 */
function walksOf(doc: Y.Doc, index: StructIndex, items: readonly Y.Item[]): number {
  const locate = locator(doc, index)
  const line = neighbours(doc, index, locate)
  const stirred = new Set<string>()
  for (const item of items) if (!line.put(item)) stirred.add(listOf(locate(item)))
  if (stirred.size === 0) return 0
  const fresh = new Map<string, { count: number; readonly long: number }>()
  for (const item of items) {
    const located = locate(item)
    const list = listOf(located)
    if (!stirred.has(list)) continue
    const known = fresh.get(list) ?? { count: 0, long: lengthOf(doc, located) }
    known.count++
    fresh.set(list, known)
  }
  return [...fresh.values()].reduce((work, { count, long }) => work + count * (long + count), 0)
}

/** What is known of some ids. Thousands of them are looked up for one change, and a name for each would cost more than that. */
class Known<Value> {
  readonly #clients = new Map<number, Map<number, Value>>()

  get(client: number, clock: number): Value | undefined {
    return this.#clients.get(client)?.get(clock)
  }

  set(client: number, clock: number, value: Value): void {
    const clocks = this.#clients.get(client) ?? new Map<number, Value>()
    this.#clients.set(client, clocks.set(clock, value))
  }
}

/** Who follows whom, with what of the update was put between two that touch. */
function neighbours(doc: Y.Doc, index: StructIndex, locate: (item: Y.Item) => Located): { put(item: Y.Item): boolean } {
  const after = new Known<Y.ID | null>()
  const heads = new Known<boolean>()
  const opened = new Set<string>()

  function next(id: Y.ID): Y.ID | null | undefined {
    const known = after.get(id.client, id.clock)
    if (known !== undefined) return known
    const struct = index.find(id)
    if (struct === null) return undefined
    if (id.clock + 1 < struct.id.clock + struct.length) return Y.createID(id.client, id.clock + 1)
    if (!(struct instanceof Y.Item) || index.isOwn(struct)) return undefined
    return struct.right === null ? null : struct.right.id
  }

  function isHead(id: Y.ID): boolean {
    const known = heads.get(id.client, id.clock)
    if (known !== undefined) return known
    const struct = index.find(id)
    return struct instanceof Y.Item && !index.isOwn(struct) && struct.left === null && struct.id.clock === id.clock
  }

  function isEmpty(item: Y.Item): boolean {
    const parent: unknown = item.parent
    const record = parent instanceof Y.ID ? index.find(parent) : null
    const list = `${parent instanceof Y.ID ? nameOf(parent) : String(parent)} ${item.parentSub ?? ''}`
    if (opened.has(list) || !((record !== null && index.isOwn(record)) || lengthOf(doc, locate(item)) === 0))
      return false
    opened.add(list)
    return true
  }

  return {
    put(item) {
      const { id, length, origin, rightOrigin: right } = item
      const last = id.clock + length - 1
      if (origin !== null) {
        const follower = next(origin)
        if (follower === undefined || !Y.compareIDs(follower, right)) return false
        after.set(origin.client, origin.clock, id)
        after.set(id.client, last, right)
        return true
      }
      if (right === null ? !isEmpty(item) : !isHead(right)) return false
      if (right !== null) heads.set(right.client, right.clock, false)
      heads.set(id.client, id.clock, true)
      after.set(id.client, last, right)
      return true
    },
  }
}

const nameOf = ({ client, clock }: Y.ID): string => `${client} ${clock}`

function listOf({ container, key }: Located): string {
  const path = 'root' in container ? container.root : container.level
  const record = 'id' in container ? ` ${container.id}` : ''
  return `${path}${record} ${container.level === 'text' ? container.key : (key ?? '')}`
}

/** How many parts of the document lie in the list that this item goes to: the history of a key, or a text. */
function lengthOf(doc: Y.Doc, { container, key }: Located): number {
  const root = 'root' in container ? doc.share.get(container.root) : undefined
  if (root === undefined) return 0
  const record = 'id' in container ? typeAt(root, container.id) : root
  const text = container.level === 'text' ? typeAt(record, container.key) : null
  let length = 0
  if (container.level === 'text') for (let item = text?._start; item; item = item.right) length++
  else for (let item = record?._map.get(key ?? ''); item; item = item.left ?? undefined) length++
  return length
}

type AnyType = NonNullable<ReturnType<Y.Doc['share']['get']>>

function typeAt(type: AnyType | null, key: string): AnyType | null {
  const content = type?._map.get(key)?.content
  return content instanceof Y.ContentType ? content.type : null
}
