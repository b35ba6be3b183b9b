import type { ReactNode } from 'react'
import './link-row.css'

export interface LinkRowProps {
  readonly icon: ReactNode
  readonly name: string
  readonly note: string
  /** Stands under the words. */
  readonly below?: ReactNode
  /** What can be done with it. */
  readonly children: ReactNode
}

/** One link or term of the board in words, and what can be done with it. */
export function LinkRow({ icon, name, note, below, children }: LinkRowProps) {
  return (
    <li className="link-row">
      <span className="link-row-icon" aria-hidden="true">
        {icon}
      </span>
      <div className="link-row-words">
        <p className="t-label">{name}</p>
        <p className="t-small t-second">{note}</p>
        {below}
      </div>
      {children}
    </li>
  )
}
