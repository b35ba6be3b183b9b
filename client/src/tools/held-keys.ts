import { isTyping } from './chord.ts'

/** What was done while what it does was still on its way. */
export interface Held {
  /** Does it again, for whoever listens by now; nothing is held any more. */
  give(): void
  drop(): void
}

const MOST = 20

/** Holds the keys that are pressed while what they do is still on its way, so that none is lost. */
export function holdKeys(): Held {
  const leaving = new AbortController()
  const held: KeyboardEvent[] = []
  const hold = (event: KeyboardEvent) => {
    if (!isTyping(event.target) && held.length < MOST) held.push(event)
  }
  document.addEventListener('keydown', hold, { signal: leaving.signal })
  return {
    give() {
      leaving.abort()
      for (const event of held.splice(0)) {
        // Somebody else has taken it meanwhile.
        if (!event.defaultPrevented) event.target?.dispatchEvent(again(event))
      }
    },
    drop: () => leaving.abort(),
  }
}

function again({ key, code, ctrlKey, shiftKey, altKey, metaKey }: KeyboardEvent): KeyboardEvent {
  return new KeyboardEvent('keydown', {
    ...{ key, code, ctrlKey, shiftKey, altKey, metaKey },
    ...{ bubbles: true, cancelable: true, composed: true },
  })
}
