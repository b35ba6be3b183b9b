import type { ReactNode } from 'react'
import { Mark } from '../controls/Mark.tsx'
import './door-frame.css'

export interface DoorFrameProps {
  readonly children: ReactNode
  /** What to do here; on a phone it stays at the lower edge. */
  readonly foot: ReactNode
}

/** One card of 400 px in the middle of the page; on a phone the page itself. */
export function DoorFrame({ children, foot }: DoorFrameProps) {
  return (
    <div className="door-frame">
      <header className="door-frame-head">
        <Mark size={24} named />
      </header>
      <main className="door-frame-card">
        <div className="door-frame-body">{children}</div>
        <div className="door-frame-foot">{foot}</div>
      </main>
    </div>
  )
}
