import type { Status } from './status.ts'
import type { Outbox } from './outbox.ts'
import { derive, listeners, type Watched } from './watched.ts'

/** What the indicator beside the board's name says. It follows the server's word that changes are on disk, nothing else. */
export type Saved =
  | { readonly state: 'saved' }
  | { readonly state: 'saving' }
  /** `kept` changes wait on this device. */
  | { readonly state: 'offline'; readonly kept: number }
  /** The server can't write now; it is tried again without anybody doing anything. */
  | { readonly state: 'not-saved'; readonly kept: number }

/** Only what takes longer than this is worth a word. */
export const SAVING_MS = 500

const SAVED: Saved = { state: 'saved' }
const SAVING: Saved = { state: 'saving' }

export function createSaved(
  outbox: Pick<Outbox, 'since' | 'count' | 'subscribe'>,
  status: Watched<Status>,
  writable: Watched<boolean>,
  now: () => number = Date.now,
): Watched<Saved> {
  const late = listeners()
  let timer: ReturnType<typeof setTimeout> | null = null

  const wake = (inMs: number) => {
    timer ??= setTimeout(() => {
      timer = null
      late.tell()
    }, inMs)
  }

  const compute = (): Saved => {
    const kept = outbox.count.get()
    const { state } = status.get()
    if (state !== 'online' && state !== 'connecting') return { state: 'offline', kept }
    if (!writable.get()) return { state: 'not-saved', kept }
    const since = outbox.since()
    if (since === null) return SAVED
    const waited = now() - since
    if (waited >= SAVING_MS) return SAVING
    wake(SAVING_MS - waited)
    return SAVED
  }

  return derive([outbox, status, writable, { subscribe: late.add }], compute, sameSaved)
}

function sameSaved(a: Saved, b: Saved): boolean {
  return a.state === b.state && keptIn(a) === keptIn(b)
}

function keptIn(saved: Saved): number {
  return 'kept' in saved ? saved.kept : 0
}
