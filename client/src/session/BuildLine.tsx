import type { ReactNode } from 'react'
import { ideasWords } from '../words/ideas.ts'
import './build-composer.css'

export interface BuildLineProps {
  readonly text: string
  readonly by?: string | null
  /** Small words below: it still waits for its batch. */
  readonly note?: string
  readonly children?: ReactNode
}

/** "Yes, and ..." as it stands under an idea. */
export function BuildLine({ text, by = null, note, children }: BuildLineProps) {
  return (
    <div className={note === undefined ? 'build-line' : 'build-line build-line-waiting'}>
      <p>
        <span className="yes-and">{ideasWords.yesAnd}</span> {text}
        {by !== null && <span className="idea-card-by">{by}</span>}
      </p>
      {note !== undefined && <p className="build-line-note">{note}</p>}
      {children}
    </div>
  )
}
