import { Check } from 'lucide-react'
import type { ReactNode } from 'react'

export interface MenuChoice {
  readonly label: string
  readonly onChoose: () => void
  readonly icon?: ReactNode
  readonly shortcut?: string
  /** Present on a choice that is on or off. */
  readonly checked?: boolean
  /** Why it does nothing now; shown under its name. */
  readonly refusal?: string | null | undefined
}

interface MenuRowProps {
  readonly choice: MenuChoice
  readonly onChoose: () => void
  /** Present on one of several that exclude each other and keep their own icons. */
  readonly current?: boolean
}

export function MenuRow({ choice, onChoose, current }: MenuRowProps) {
  const { label, icon, shortcut, checked, refusal } = choice
  return (
    <button
      type="button"
      className="menu-row"
      role={current !== undefined ? 'menuitemradio' : checked === undefined ? 'menuitem' : 'menuitemcheckbox'}
      tabIndex={-1}
      aria-checked={current ?? checked}
      aria-disabled={refusal ? true : undefined}
      aria-keyshortcuts={shortcut}
      onClick={refusal ? undefined : onChoose}
    >
      <span className="menu-row-icon" aria-hidden="true">
        {checked === true ? <Check /> : icon}
      </span>
      <span className="menu-row-words">
        {label}
        {refusal && <span className="menu-row-why">{refusal}</span>}
      </span>
      {shortcut !== undefined && (
        <kbd className="menu-row-key" aria-hidden="true">
          {shortcut}
        </kbd>
      )}
    </button>
  )
}
