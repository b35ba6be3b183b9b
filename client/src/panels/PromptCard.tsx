import { useId, type ReactNode } from 'react'
import './prompt-card.css'

export interface PromptCardProps {
  readonly question: string
  readonly hint?: string | undefined
  /** The facilitator's bar, or what this person can say about being ready. */
  readonly children?: ReactNode
}

/** The one question of the phase. `To the question` leads here. */
export function PromptCard({ question, hint, children }: PromptCardProps) {
  const heading = useId()
  return (
    <section className="prompt-card" id="question" tabIndex={-1} aria-labelledby={heading}>
      <div className="prompt-card-words">
        <h2 className="t-h4" id={heading}>
          {question}
        </h2>
        {hint !== undefined && <p className="prompt-card-hint">{hint}</p>}
      </div>
      {children !== undefined && <div className="prompt-card-side">{children}</div>}
    </section>
  )
}
