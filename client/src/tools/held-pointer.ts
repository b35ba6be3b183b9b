import type { Held } from './held.ts'

const MOVES_MAX = 2000
const types = ['pointerdown', 'pointermove', 'pointerup', 'pointercancel', 'pointerleave'] as const

/** Holds what hands do on the wall while what it does is still on its way: a line that is drawn at once is drawn whole. */
export function holdPointer(wall: HTMLElement): Held {
  const leaving = new AbortController()
  const held: PointerEvent[] = []
  const hold = (event: PointerEvent) => {
    if (event.type === 'pointerdown') wall.setPointerCapture(event.pointerId)
    // Of a pointer that only passes by, its last place will do.
    if (isPassing(event) && held.at(-1)?.type === event.type) held.pop()
    // However many there are, a finger that was lifted doesn't stay on the wall.
    if (event.type !== 'pointermove' || held.length < MOVES_MAX) held.push(event)
  }
  const { signal } = leaving
  for (const type of types) wall.addEventListener(type, hold, { signal })
  // The wall moves away under what was done there: done again, it would be done to something else.
  wall.addEventListener('wheel', () => void held.splice(0), { signal, passive: true })
  return {
    give() {
      leaving.abort()
      // The same events once more: they know when they happened.
      return held.splice(0).map((event) => ({ at: event.timeStamp, again: () => void wall.dispatchEvent(event) }))
    },
    drop: () => leaving.abort(),
  }
}

const isPassing = ({ type, buttons }: PointerEvent): boolean => type === 'pointermove' && buttons === 0
