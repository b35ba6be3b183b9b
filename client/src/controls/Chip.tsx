import type { ReactNode } from 'react'
import './chip.css'

export interface ChipProps {
  readonly children: ReactNode
  readonly icon?: ReactNode
  readonly look?: 'quiet' | 'warn' | 'surface'
  /** A chip that can be pressed; with `pressed` it is on or off. */
  readonly onPress?: (() => void) | undefined
  readonly pressed?: boolean
}

/** A few words in a round frame: "8 of 12 ready", "A customer told us". */
export function Chip({ children, icon, look = 'quiet', onPress, pressed }: ChipProps) {
  const className = `chip chip-${look}`
  if (!onPress) {
    return (
      <span className={className}>
        {icon}
        <span>{children}</span>
      </span>
    )
  }
  return (
    <button type="button" className={className} aria-pressed={pressed} onClick={onPress}>
      {icon}
      <span>{children}</span>
    </button>
  )
}
