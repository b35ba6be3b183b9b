import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { isChord, menuRows, moveAmong } from './menu-keys.ts'
import { placeBeside } from './place-beside.ts'
import './menu.css'

const GAP = 8

export interface FloatingMenuProps {
  readonly label: string
  /** What it opens beside, in px of the window: a note, or the spot of a press. */
  readonly at: () => DOMRect
  readonly children: ReactNode
  readonly onClose: () => void
}

/** A menu without a button of its own. Mounted means open; a checked row takes the focus first, else the first that does something. */
export function FloatingMenu({ label, at, children, onClose }: FloatingMenuProps) {
  const list = useRef<HTMLDivElement>(null)
  const beside = useRef(at)
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  }, [onClose])
  useEffect(() => {
    const shown = list.current
    if (!shown) return
    shown.showPopover()
    place(shown, beside.current())
    const rows = menuRows(shown)
    const first =
      rows.find((row) => row.ariaChecked === 'true') ?? rows.find((row) => row.ariaDisabled !== 'true') ?? rows[0]
    first?.focus()
  }, [])
  useEffect(() => {
    // Not the browser's own way of closing: that also takes the lift of the very press that opened it for one beside it.
    const onPress = ({ target }: PointerEvent) => {
      if (!(target instanceof Node && list.current?.contains(target))) close.current()
    }
    document.addEventListener('pointerdown', onPress, { capture: true })
    return () => document.removeEventListener('pointerdown', onPress, { capture: true })
  }, [])

  const onKey = (event: KeyboardEvent) => {
    // Whoever undoes or looks for a command is done with the menu.
    if (isChord(event) && event.key.length === 1) return onClose()
    // A digit means the same contact type here as on the wall.
    if (!/^\d$/.test(event.key)) event.stopPropagation()
    if (moveAmong(menuRows(list.current), event)) return
    if (event.key !== 'Escape' && event.key !== 'Tab') return
    event.preventDefault()
    onClose()
  }

  return (
    <div
      ref={list}
      className="menu"
      role="menu"
      tabIndex={-1}
      aria-label={label}
      popover="manual"
      onKeyDown={onKey}
      onContextMenu={(event) => event.preventDefault()}
    >
      {children}
    </div>
  )
}

/** A spot is opened at, like any list of verbs; a box stays in sight beside it. */
function place(menu: HTMLElement, box: DOMRect): void {
  if (box.width === 0) return placeBeside(menu, box, 'below', 'start')
  const { offsetWidth: w, offsetHeight: h } = menu
  const right = box.right + GAP
  const left = right + w + GAP <= innerWidth ? right : box.left - GAP - w
  menu.style.left = `${Math.max(GAP, left)}px`
  menu.style.top = `${Math.max(GAP, Math.min(box.top, innerHeight - GAP - h))}px`
}
