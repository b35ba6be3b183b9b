import * as Y from 'yjs'
import type { Struct, StructIndex } from './struct-index.ts'

/** What an item lies in: a root, a record of a root, or a text of a record. */
export type Container =
  | { readonly level: 'root'; readonly root: string }
  | { readonly level: 'record'; readonly root: string; readonly id: string; readonly fresh: boolean }
  | {
      readonly level: 'text'
      readonly root: string
      readonly id: string
      readonly key: string
      readonly fresh: boolean
    }
  /** Collected already: writing there has no effect. */
  | { readonly level: 'gone' }
  /** Builds on something that isn't here. */
  | { readonly level: 'unknown' }
  | { readonly level: 'too-deep' }

const gone: Container = { level: 'gone' }
const unknown: Container = { level: 'unknown' }
const tooDeep: Container = { level: 'too-deep' }

/** The key under which an item lies; an item that names no parent takes it from its neighbour, as Yjs does. */
export interface Located {
  readonly container: Container
  readonly key: string | null
}

/** Says where items lie, without applying anything. Iterative: a forged chain can't exhaust the stack. */
export function locator(doc: Y.Doc, index: StructIndex): (item: Y.Item) => Located {
  const known = new Map<Y.Item, Located>()

  function rootOf(type: unknown): Container {
    for (const [root, shared] of doc.share) if (shared === type) return { level: 'root', root }
    return gone
  }

  function inside(parent: Struct | null, depth: number): Container {
    if (parent === null) return unknown
    // What a deleted record held is no longer there, and Yjs puts nothing into it.
    if (!(parent instanceof Y.Item) || parent.content instanceof Y.ContentDeleted) return gone
    if (depth > 3) return tooDeep
    const { container, key } = locate(parent, depth + 1)
    const fresh = index.isOwn(parent)
    if (container.level === 'root')
      return key === null ? tooDeep : { level: 'record', root: container.root, id: key, fresh }
    if (container.level === 'record') {
      return key === null ? tooDeep : { ...container, level: 'text', key, fresh: container.fresh && fresh }
    }
    return container.level === 'text' ? tooDeep : container
  }

  function containerOf(item: Y.Item, depth: number): Container {
    const parent: unknown = item.parent
    if (typeof parent === 'string') return { level: 'root', root: parent }
    if (parent instanceof Y.ID) return inside(index.find(parent), depth)
    if (parent instanceof Y.AbstractType) return parent._item === null ? rootOf(parent) : inside(parent._item, depth)
    return gone
  }

  function locate(item: Y.Item, depth: number): Located {
    const chain: Y.Item[] = []
    const visited = new Set<Y.Item>()
    let current = item
    let located: Located | undefined
    while (located === undefined) {
      located = known.get(current)
      if (located !== undefined) break
      if (visited.has(current)) located = { container: unknown, key: null }
      else {
        visited.add(current)
        const neighbour = current.parent === null ? neighbourOf(current, index) : null
        if (current.parent !== null) located = { container: containerOf(current, depth), key: current.parentSub }
        else if (neighbour instanceof Y.Item) {
          chain.push(current)
          current = neighbour
        } else located = { container: neighbour === null ? unknown : gone, key: null }
      }
    }
    for (const each of [...chain, current]) known.set(each, located)
    return located
  }

  return (item) => locate(item, 0)
}

/** The item from which a parentless item takes its parent: left before right; a collected neighbour collects it too. */
function neighbourOf(item: Y.Item, index: StructIndex): Struct | null {
  const left = item.origin === null ? undefined : index.find(item.origin)
  const right = item.rightOrigin === null ? undefined : index.find(item.rightOrigin)
  if (left === null || right === null) return null
  if (left !== undefined && !(left instanceof Y.Item)) return left
  if (right !== undefined && !(right instanceof Y.Item)) return right
  return left ?? right ?? null
}
