import type { Bench } from './bench.ts'

const fieldOf = ({ desk }: Bench): string | null => desk.editing.get() ?? desk.writing.get()

/**
 * After a finger's tap the browser plays a mouse's press, which would take the focus away from the very field that the tap
 * has opened.
 */
export function keepField(wall: HTMLElement, bench: Bench, signal: AbortSignal): void {
  let before: string | null = null
  wall.addEventListener('pointerdown', () => (before = fieldOf(bench)), { signal, capture: true })
  wall.addEventListener(
    'mousedown',
    (event) => {
      const now = fieldOf(bench)
      if (now !== null && now !== before) event.preventDefault()
    },
    { signal },
  )
}
