import type { KeyboardEvent } from 'react'

/** The rows of a menu that the arrow keys walk. */
export function menuRows(list: HTMLElement | null): readonly HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])]
}

/** A key with Ctrl, Alt or the command key is no letter of a menu. */
export const isChord = ({ ctrlKey, altKey, metaKey }: KeyboardEvent): boolean => ctrlKey || altKey || metaKey

const focusedOf = (rows: readonly HTMLElement[]) => rows.findIndex((row) => row === document.activeElement)

/** Where an arrow, Home or End leads from the row that has the focus. */
export function steppedTo(rows: readonly HTMLElement[], key: string): HTMLElement | undefined {
  const at = focusedOf(rows)
  const to = { ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1, Home: 0, End: -1 }[key]
  return to === undefined ? undefined : rows.at(to >= rows.length ? 0 : to)
}

/** Arrows, Home, End and first letters move the focus among the rows; false when the key means nothing here. */
export function moveAmong(rows: readonly HTMLElement[], event: KeyboardEvent): boolean {
  const target = steppedTo(rows, event.key) ?? startingWith(rows, focusedOf(rows), event)
  if (!target) return false
  event.preventDefault()
  target.focus()
  return true
}

function startingWith(rows: readonly HTMLElement[], at: number, event: KeyboardEvent): HTMLElement | undefined {
  const { key } = event
  if (key.length !== 1 || key === ' ' || isChord(event)) return undefined
  const after = [...rows.slice(at + 1), ...rows.slice(0, at + 1)]
  return after.find((row) => row.textContent.trim().toLowerCase().startsWith(key.toLowerCase()))
}
