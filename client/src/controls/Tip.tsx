import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react'
import { placeBeside, type Side } from './place-beside.ts'
import './tip.css'

const HOVER_MS = 400

export interface TipProps {
  /** Null while there is nothing to say: the control keeps its place in the page, and with it the focus. */
  readonly words: string | null
  readonly shortcut?: string | undefined
  readonly side?: Side | undefined
  /** The element's id, for a control that names it as its description. */
  readonly id?: string | undefined
  readonly wide?: boolean | undefined
  /** Shows on a press too: a finger can't hover. */
  readonly onPress?: boolean | undefined
  readonly children: ReactNode
}

/** A short sentence beside one control, on hover and keyboard focus; Escape closes it. */
export function Tip({ words, shortcut, side = 'above', id, wide, onPress, children }: TipProps) {
  const anchor = useRef<HTMLSpanElement>(null)
  const bubble = useRef<HTMLSpanElement>(null)
  const delay = useRef(0)
  const [open, setOpen] = useState(false)
  const close = useCallback(() => {
    clearTimeout(delay.current)
    setOpen(false)
  }, [])
  const openSoon = () => {
    delay.current = window.setTimeout(show, HOVER_MS)
  }
  // What could be pressed when it was pressed says nothing about it afterwards.
  const show = () => setOpen(words !== null && !isOpened(anchor.current))
  if (open && words === null) setOpen(false)
  useShown(open, anchor, bubble, side, close)
  useEffect(() => () => clearTimeout(delay.current), [])

  return (
    <span
      ref={anchor}
      className={wide ? 'tip-anchor tip-anchor-wide' : 'tip-anchor'}
      onPointerEnter={(event) => event.pointerType === 'mouse' && openSoon()}
      onPointerLeave={(event) => event.pointerType === 'mouse' && close()}
      onFocus={(event) => event.target.matches(':focus-visible') && show()}
      onBlur={close}
      onClick={onPress ? show : close}
    >
      {children}
      {words !== null && (
        <span ref={bubble} id={id} role="tooltip" popover="manual" className="tip">
          {words}
          {shortcut !== undefined && <kbd className="tip-key">{shortcut}</kbd>}
        </span>
      )}
    </span>
  )
}

/** What a control has opened says more than its name does. */
function isOpened(anchor: HTMLElement | null): boolean {
  return anchor?.querySelector('[aria-expanded="true"]') instanceof Element
}

type Spot = { readonly current: HTMLElement | null }

function useShown(open: boolean, anchor: Spot, bubble: Spot, side: Side, close: () => void) {
  useEffect(() => {
    const [from, shown] = [anchor.current?.firstElementChild, bubble.current]
    if (!open || !from || !shown) return undefined
    // A frame later: focus may come while the browser is still closing a menu, and then nothing may open.
    const frame = requestAnimationFrame(() => {
      shown.showPopover()
      placeBeside(shown, from.getBoundingClientRect(), side)
    })
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && close()
    const onPress = ({ target }: PointerEvent) => {
      if (!(target instanceof Node && anchor.current?.contains(target))) close()
    }
    document.addEventListener('keydown', onKey)
    document.addEventListener('pointerdown', onPress)
    return () => {
      cancelAnimationFrame(frame)
      document.removeEventListener('keydown', onKey)
      document.removeEventListener('pointerdown', onPress)
      if (shown.isConnected) shown.hidePopover()
    }
  }, [open, anchor, bubble, side, close])
}
