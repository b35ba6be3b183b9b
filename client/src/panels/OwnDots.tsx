import { Lock } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dot } from '../controls/DotPill.tsx'
import { chooseWords, dotsInHand, dotsLeft } from '../words/choose.ts'
import './own-dots.css'

export interface OwnDotsProps {
  readonly all: number
  readonly put: number
  /** "I'm finished", and what the facilitator has besides. */
  readonly children: ReactNode
}

/** What is left in the hand, and who sees it. A dot that was put down leaves its ring filled on the note, not here. */
export function OwnDots({ all, put, children }: OwnDotsProps) {
  return (
    <div className="own-dots">
      <div className="own-dots-words">
        <p className="t-label">{chooseWords.yourDots}</p>
        <p className="own-dots-left" role="status">
          {dotsLeft(Math.max(0, all - put))}
        </p>
      </div>
      <div className="own-dots-rings" role="img" aria-label={dotsInHand(Math.max(0, all - put), all)}>
        {Array.from({ length: all }, (_, at) => (
          <Dot key={at} put={at < all - put} />
        ))}
      </div>
      <span className="tray-line" />
      <p className="own-dots-secret">
        <Lock />
        <span>
          <span>{chooseWords.secret}</span>
          <span>{chooseWords.secretMore}</span>
        </span>
      </p>
      {children}
    </div>
  )
}
