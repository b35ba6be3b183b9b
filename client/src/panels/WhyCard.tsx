import { Sparkles } from 'lucide-react'
import { useId } from 'react'
import { Button } from '../controls/Button.tsx'
import { TextArea } from '../controls/TextArea.tsx'
import { usePeople, useSession } from '../model/use-store.ts'
import { whySample } from '../words/home.ts'
import { lobbyWords, sharedWhy } from '../words/lobby.ts'
import { readiness } from '../session/people-facts.ts'
import { useWhy } from '../session/use-why.ts'

/** The facilitator writes the why where everybody reads it. */
export function WhyField() {
  const { text, write, settle } = useWhy()
  return (
    <section className="lobby-why" id="question" tabIndex={-1} aria-label={lobbyWords.why}>
      <p className="lobby-label">{lobbyWords.why}</p>
      <div className="lobby-why-field">
        <TextArea
          label={lobbyWords.whyLabel}
          bare
          rows={3}
          maxLength={1000}
          placeholder={lobbyWords.whyEmpty}
          value={text}
          onChange={write}
          onBlur={settle}
        />
      </div>
      <div className="lobby-why-foot">
        <Button look="tertiary" icon={<Sparkles />} onClick={() => write(whySample)}>
          {lobbyWords.sample}
        </Button>
        <SeenBy />
      </div>
    </section>
  )
}

/** Everybody else reads it, and says in the corner below whether it makes sense. */
export function WhyCard() {
  const why = useSession((session) => session.why)
  const heading = useId()
  return (
    <section className="lobby-why" id="question" tabIndex={-1} aria-labelledby={heading}>
      <p className="lobby-label" id={heading}>
        {lobbyWords.why}
      </p>
      <p className="lobby-why-words">{why.trim() === '' ? lobbyWords.noWhyYet : why}</p>
      <div className="lobby-why-foot">
        <SeenBy />
      </div>
    </section>
  )
}

function SeenBy() {
  const { people } = usePeople()
  const written = useSession((session) => session.why.trim() !== '')
  const { ready, all } = readiness(people, 'lobby')
  return <p role="status">{sharedWhy(written ? ready : 0, all)}</p>
}
