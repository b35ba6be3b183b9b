import type { Held } from './held-keys.ts'

const MOST = 2000
const types = ['pointerdown', 'pointermove', 'pointerup', 'pointercancel', 'pointerleave'] as const

/** Holds what hands do on the wall while what it does is still on its way: a line that is drawn at once is drawn whole. */
export function holdPointer(wall: HTMLElement): Held {
  const leaving = new AbortController()
  const held: PointerEvent[] = []
  const hold = (event: PointerEvent) => {
    if (event.type === 'pointerdown') wall.setPointerCapture(event.pointerId)
    // Of a pointer that only passes by, its last place will do.
    if (isPassing(event) && held.at(-1)?.type === event.type) held.pop()
    if (held.length < MOST) held.push(event)
  }
  for (const type of types) wall.addEventListener(type, hold, { signal: leaving.signal })
  return {
    give() {
      leaving.abort()
      // The same events once more: they know when they happened.
      for (const event of held.splice(0)) wall.dispatchEvent(event)
    },
    drop: () => leaving.abort(),
  }
}

const isPassing = ({ type, buttons }: PointerEvent): boolean => type === 'pointermove' && buttons === 0
