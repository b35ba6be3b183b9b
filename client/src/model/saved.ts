import type { Status } from './status.ts'
import { listeners } from '@momentous/shared/scene/listeners'
import { derive, type Watched } from './watched.ts'

/** What the indicator beside the board's name says. It follows the server's word that something is on disk, nothing else. */
export type Saved =
  | { readonly state: 'saved' }
  | { readonly state: 'saving' }
  /** `kept` changes and answers wait on this device. */
  | { readonly state: 'offline'; readonly kept: number }
  /** The server can't write now; it is tried again without anybody doing anything. */
  | { readonly state: 'not-saved'; readonly kept: number }

/** Only what takes longer than this is worth a word, unless there was one already. */
const SAVING_MS = 500

const SAVED: Saved = { state: 'saved' }
const SAVING: Saved = { state: 'saving' }

/** Something that may wait for the server's word. */
export interface Awaiting {
  /** Since when the oldest waits; null when nothing does. */
  since(): number | null
  readonly count: Watched<number>
  subscribe(listener: () => void): () => void
}

export function createSaved(
  waits: readonly Awaiting[],
  status: Watched<Status>,
  writable: Watched<boolean>,
  now: () => number = () => performance.now(),
): Watched<Saved> {
  const late = listeners()
  let timer: ReturnType<typeof setTimeout> | null = null
  /** Said last that all is saved, and nothing else since. */
  let calm = true

  const wake = (inMs: number) => {
    timer ??= setTimeout(() => {
      timer = null
      late.tell()
    }, inMs)
  }

  const look = (): Saved => {
    const kept = waits.reduce((sum, { count }) => sum + count.get(), 0)
    const { state } = status.get()
    if (state !== 'online' && state !== 'connecting') return { state: 'offline', kept }
    if (!writable.get()) return { state: 'not-saved', kept }
    const oldest = Math.min(...waits.map((each) => each.since() ?? Infinity))
    if (oldest === Infinity) return SAVED
    const waited = now() - oldest
    if (waited >= SAVING_MS || !calm) return SAVING
    wake(SAVING_MS - waited)
    return SAVED
  }
  const compute = (): Saved => {
    const said = look()
    calm = said.state === 'saved'
    return said
  }

  return derive([...waits, status, writable, { subscribe: late.add }], compute, sameSaved)
}

function sameSaved(a: Saved, b: Saved): boolean {
  return a.state === b.state && keptIn(a) === keptIn(b)
}

function keptIn(saved: Saved): number {
  return 'kept' in saved ? saved.kept : 0
}
