export interface ListQuestionProps {
  readonly question: string
  readonly hint?: string | undefined
}

/** The one question of the screen. `To the question` leads here. */
export function ListQuestion({ question, hint }: ListQuestionProps) {
  return (
    <>
      <h2 className="list-question" id="question" tabIndex={-1}>
        {question}
      </h2>
      {hint !== undefined && <p className="list-hint">{hint}</p>}
    </>
  )
}
