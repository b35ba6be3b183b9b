import type { Bench } from './bench.ts'
import { keysAnywhere, keysOnWall } from './key-actions.ts'
import type { Toolbox } from './toolbox.ts'

type Chord = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'>

/** One name for a key and its modifiers on every layout: Shift 1 is `shift+1`, whatever it types. */
export function chordOf({ key, code, shiftKey, altKey, ctrlKey, metaKey }: Chord): string {
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1]
  const name = digit ?? key.toLowerCase()
  const typed = digit === undefined && name.length === 1 && !/[a-z]/.test(name)
  // A sign that needs Shift on some layouts and not on others is itself.
  const shift = shiftKey && !typed
  return [shift && 'shift+', altKey && 'alt+', (ctrlKey || metaKey) && 'mod+', name].filter(Boolean).join('')
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input, textarea, select, [contenteditable="true"], [role="dialog"]') !== null
  )
}

/** A button needs its own space bar and Enter. */
function isControl(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('button, a, [role="button"], [role="option"], [role="tab"]') !== null
  )
}

/** Keys of the whole board page; those of the wall only while it has the focus. Returns the way to stop. */
export function listenToKeyboard(wall: HTMLElement, bench: Bench, toolbox: Toolbox): () => void {
  const leaving = new AbortController()
  const { signal } = leaving

  const onDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || isTyping(event.target)) return
    const chord = chordOf(event)
    if (chord === ' ' && !isControl(event.target)) {
      event.preventDefault()
      toolbox.borrowHand(true)
      return
    }
    const single = chord.length === 1
    if (single && !bench.desk.singleKeys.get()) return
    const onWall = event.target === wall
    const action = (onWall ? keysOnWall[chord] : undefined) ?? keysAnywhere[chord]
    if (action?.(bench, toolbox)) event.preventDefault()
    else if (onWall && chord === 'escape') wall.blur()
  }
  const onUp = (event: KeyboardEvent) => {
    if (event.key === ' ') toolbox.borrowHand(false)
  }
  document.addEventListener('keydown', onDown, { signal })
  document.addEventListener('keyup', onUp, { signal })
  addEventListener('blur', () => toolbox.borrowHand(false), { signal })
  return () => leaving.abort()
}
