import { LARGE } from './ws-frame.ts'

/**
 * What one socket gets with a tick: frames in their order. Sockets that get the same ones in the same order hold the very
 * same bundle, so it is put together once.
 */
export interface Bundle {
  readonly size: number
  readonly before: Bundle | null
  readonly part: Buffer
  /** What came next for others that got the same so far; the last one first, for most go the same way. */
  next: Bundle | null
  branches: Map<Buffer, Bundle> | null
  whole: Buffer | null
}

const NO_PART = Buffer.alloc(0)

/** The beginning of all bundles of one tick. */
export function emptyBundle(): Bundle {
  return bundle(null, NO_PART)
}

/** With a frame that several get. */
export function withShared(before: Bundle, part: Buffer): Bundle {
  if (before.next?.part === part) return before.next
  const known = before.branches?.get(part)
  const after = known ?? bundle(before, part)
  if (known === undefined && before.next !== null) {
    before.branches ??= new Map([[before.next.part, before.next]])
    before.branches.set(part, after)
  }
  before.next = after
  return after
}

/** With a frame that nobody else gets. */
export function withOwn(before: Bundle, part: Buffer): Bundle {
  return bundle(before, part)
}

/** As few pieces as it takes: one, unless there is something large in it that isn't worth a copy. */
export function piecesOf(full: Bundle): readonly Buffer[] {
  if (full.whole !== null) return [full.whole]
  const parts: Buffer[] = []
  for (let at: Bundle | null = full; at !== null; at = at.before) if (at.part !== NO_PART) parts.push(at.part)
  parts.reverse()
  if (full.size > LARGE) return parts
  full.whole = parts.length === 1 ? (parts[0] ?? NO_PART) : Buffer.concat(parts, full.size)
  return [full.whole]
}

function bundle(before: Bundle | null, part: Buffer): Bundle {
  return { size: (before?.size ?? 0) + part.length, before, part, next: null, branches: null, whole: null }
}
