import type { MomentId } from '@momentous/shared/domain/id'
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { Bench } from '../tools/bench.ts'
import { pressOf } from '../tools/press-note.ts'

/** A pointer on its way over the wall is followed by nothing. */
const REST_MS = 180
/** And on its way to the buttons it may cross what lies between. */
const LEAVE_MS = 300

export interface QuickNote {
  readonly id: MomentId | null
  /** The pointer is on the buttons: they stay. */
  stay(): void
  leave(): void
}

/** The note that the quick actions belong to: the one that the pointer rests on, else the only selected one. */
export function useQuickNote(bench: Bench): QuickNote {
  const { selection, live } = bench
  const [rested, setRested] = useState<MomentId | null>(null)
  const only = useSyncExternalStore(selection.subscribe, () =>
    selection.pieces().size === 1 ? selection.lead() : null,
  )
  const timer = useRef(0)
  // React hears that the pointer came to the buttons before the wall hears that it left.
  const onButtons = useRef(false)
  const settle = useCallback(() => {
    clearTimeout(timer.current)
    const id = live.hover.get()
    // Buttons that went away under the pointer never heard it leave.
    if (id !== null) onButtons.current = false
    if (onButtons.current) return
    timer.current = window.setTimeout(() => setRested(meant(id, bench)), id === null ? LEAVE_MS : REST_MS)
  }, [bench, live])
  const stay = () => {
    onButtons.current = true
    clearTimeout(timer.current)
  }
  const leave = () => {
    onButtons.current = false
    settle()
  }
  useEffect(() => {
    const stops = [live.hover.subscribe(settle), selection.subscribe(() => setRested(null))]
    return () => {
      stops.forEach((stop) => stop())
      clearTimeout(timer.current)
    }
  }, [live, selection, settle])
  return { id: rested ?? only, stay, leave }
}

/** Where a press gives a dot, nothing rises over the notes by itself. */
function meant(id: MomentId | null, bench: Bench): MomentId | null {
  const note = id === null ? undefined : bench.scene.note(id)
  return note && !pressOf(note, bench) ? note.id : null
}
