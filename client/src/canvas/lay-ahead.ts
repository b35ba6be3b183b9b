import type { Scene } from '@momentous/shared/scene/scene'

/** So long after the wall was painted its other notes are laid out. */
const AFTER_MS = 2_000
/** On larger boards it would take more memory than it is worth: most of their notes are never looked at. */
const NOTES_MAX = 3_000
/** What is left of an idle stretch of the browser, so that it stays one. */
const SPARE_MS = 3

/**
 * Breaks the words of notes into lines while nobody does anything, so that whoever pans or zooms to them doesn't wait for
 * that. Returns the way to stop.
 */
export function layAhead(scene: Scene): () => void {
  if (!('requestIdleCallback' in globalThis)) return () => {}
  let handle = 0
  const ids = [...scene.order()]
  if (ids.length > NOTES_MAX) return () => {}
  const work = (idle: IdleDeadline) => {
    while (ids.length > 0 && idle.timeRemaining() > SPARE_MS) {
      const id = ids.pop()
      // Laid out at the first look, and kept.
      if (id !== undefined) void scene.note(id)?.layout
    }
    if (ids.length > 0) handle = requestIdleCallback(work)
  }
  const timer = setTimeout(() => {
    handle = requestIdleCallback(work)
  }, AFTER_MS)
  return () => {
    clearTimeout(timer)
    cancelIdleCallback(handle)
  }
}
