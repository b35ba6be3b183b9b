import { isTyping } from './chord.ts'
import type { Held } from './held.ts'

const MOST = 20
const types = ['keydown', 'keyup'] as const

/** Holds the keys that are pressed while what they do is still on its way, so that none is lost. */
export function holdKeys(): Held {
  const leaving = new AbortController()
  const held: KeyboardEvent[] = []
  /** Keys whose press is held: their end is, too, or the space bar would stay down. */
  const down = new Set<string>()
  const hold = (event: KeyboardEvent) => {
    if (event.type === 'keyup') {
      if (down.delete(event.code)) held.push(event)
    } else if (!isTyping(event.target) && held.length < MOST) {
      down.add(event.code)
      held.push(event)
    }
  }
  for (const type of types) document.addEventListener(type, hold, { signal: leaving.signal })
  return {
    give() {
      leaving.abort()
      return held.splice(0).map((event) => ({
        at: event.timeStamp,
        again() {
          // Somebody else has taken it meanwhile.
          if (!event.defaultPrevented) event.target?.dispatchEvent(copyOf(event))
        },
      }))
    },
    drop: () => leaving.abort(),
  }
}

function copyOf({ type, key, code, ctrlKey, shiftKey, altKey, metaKey }: KeyboardEvent): KeyboardEvent {
  return new KeyboardEvent(type, {
    ...{ key, code, ctrlKey, shiftKey, altKey, metaKey },
    ...{ bubbles: true, cancelable: true, composed: true },
  })
}
