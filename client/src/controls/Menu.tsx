import { Ellipsis } from 'lucide-react'
import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
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
  const rows = () => [...(list.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])]

  const onToggle = (shown: boolean) => {
    setOpen(shown)
    if (!shown || !list.current || !button.current) return
    placeBeside(list.current, button.current.getBoundingClientRect(), side, align)
    rows()[0]?.focus()
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
        onKeyDown={(event) => moveAmong(rows(), event)}
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

function moveAmong(rows: readonly HTMLElement[], event: KeyboardEvent): void {
  const at = rows.findIndex((row) => row === document.activeElement)
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key]
  const target = to === undefined ? startingWith(rows, at, event.key) : rows.at(to >= rows.length ? 0 : to)
  if (event.key === 'Tab') document.querySelector<HTMLElement>('.menu:popover-open')?.hidePopover()
  if (!target) return
  event.preventDefault()
  target.focus()
}

function startingWith(rows: readonly HTMLElement[], at: number, key: string): HTMLElement | undefined {
  if (key.length !== 1 || key === ' ') return undefined
  const after = [...rows.slice(at + 1), ...rows.slice(0, at + 1)]
  return after.find((row) => row.textContent.trim().toLowerCase().startsWith(key.toLowerCase()))
}
