import { Ellipsis } from 'lucide-react'
import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { menuRows, moveAmong } from './menu-keys.ts'
import { MenuRow, type MenuChoice } from './MenuRow.tsx'
import { placeBeside, type Side } from './place-beside.ts'
import { Tip } from './Tip.tsx'
import './menu.css'

export interface MenuProps {
  /** Its name, read aloud and shown as the tip. */
  readonly label: string
  /** Choices in order; null draws a line between groups. */
  readonly choices: readonly (MenuChoice | null)[]
  /** What the button shows; three dots when left out. */
  readonly children?: ReactNode
  readonly side?: Side
  readonly align?: 'centre' | 'start' | 'end'
}

/** A button that opens a list of verbs: arrows, Home, End and first letters move, Escape gives the focus back. */
export function Menu({ label, choices, children, side = 'below', align = 'end' }: MenuProps) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  const rows = () => menuRows(list.current)

  const onToggle = (shown: boolean) => {
    setOpen(shown)
    if (!shown || !list.current || !button.current) return
    placeBeside(list.current, button.current.getBoundingClientRect(), side, align)
    rows()[0]?.focus()
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Tab') list.current?.hidePopover()
    moveAmong(rows(), event)
  }
  const choose = (choice: MenuChoice) => {
    list.current?.hidePopover()
    button.current?.focus()
    choice.onChoose()
  }

  return (
    <>
      <Tip words={label}>
        <button
          ref={button}
          type="button"
          className={children === undefined ? 'icon-button icon-button-plain' : 'menu-button'}
          popoverTarget={id}
          aria-label={children === undefined ? label : undefined}
          aria-haspopup="menu"
          aria-expanded={open}
        >
          {children ?? <Ellipsis />}
        </button>
      </Tip>
      <div
        ref={list}
        id={id}
        className="menu"
        role="menu"
        tabIndex={-1}
        aria-label={label}
        popover="auto"
        onToggle={(event) => onToggle(event.newState === 'open')}
        onKeyDown={onKey}
      >
        {choices.map((choice, at) =>
          choice === null ? (
            <hr key={`line-${at}`} className="menu-line" />
          ) : (
            <MenuRow key={choice.label} choice={choice} onChoose={() => choose(choice)} />
          ),
        )}
      </div>
    </>
  )
}
