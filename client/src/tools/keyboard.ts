import type { Bench } from './bench.ts'
import { chordOf, isSingleKey, isTyping } from './chord.ts'
import { listenToClipboard } from './clipboard.ts'
import { keysAnywhere, keysOnWall } from './wall-keys.ts'
import type { Toolbox } from './toolbox.ts'

/** A button needs its own space bar and Enter. */
function isControl(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('button, a, [role="button"], [role="option"], [role="tab"]') !== null
  )
}

/** To the page before: whoever moves a note earlier, and once too often, doesn't mean to leave. */
const leadsAway = (chord: string) => chord.startsWith('alt+arrow')

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
    if (isSingleKey(chord) && !bench.desk.singleKeys.get()) return
    const onWall = event.target === wall
    const action = (onWall ? keysOnWall[chord] : undefined) ?? keysAnywhere[chord]
    if (action?.(bench, toolbox) || (onWall && leadsAway(chord))) event.preventDefault()
    else if (onWall && chord === 'escape') wall.blur()
  }
  const onUp = (event: KeyboardEvent) => {
    if (event.key === ' ') toolbox.borrowHand(false)
  }
  document.addEventListener('keydown', onDown, { signal })
  document.addEventListener('keyup', onUp, { signal })
  addEventListener('blur', () => toolbox.borrowHand(false), { signal })
  signal.addEventListener('abort', listenToClipboard(bench, toolbox))
  return () => leaving.abort()
}
