import { phases } from '@momentous/shared/domain/phase'
import { Pencil } from 'lucide-react'
import { Button } from '../controls/Button.tsx'
import { CopyButton } from '../controls/CopyButton.tsx'
import { MessageCard } from '../controls/MessageCard.tsx'
import { usePeople, useRuling, useSession, useStore } from '../model/use-store.ts'
import { frameWords } from '../words/frame.ts'
import { refusedWords } from '../words/refused.ts'
import { momentLines } from '../session/moment-lines.ts'
import { facilitatorName } from '../session/people-facts.ts'
import { useAsk } from '../session/use-ask.ts'
import { useDraft } from './use-draft.ts'
import { useStrandedDraft } from './use-stranded-draft.ts'

/** The wall closed for new moments while somebody was typing: the words stay in sight until something becomes of them. */
export function DraftCard() {
  const { text, setText, late } = useDraft()
  const phase = useSession((session) => session.phase)
  if (!useStrandedDraft()) return null
  return (
    <MessageCard
      title={late ? refusedWords.tooLate : refusedWords.stillTyping}
      icon={<Pencil />}
      kept={text}
      actions={
        <>
          <KeepDraft text={text} filled={late} onKept={() => setText('')} />
          <CopyButton text={text}>{refusedWords.copy}</CopyButton>
          <Button look="tertiary" onClick={() => setText('')}>
            {refusedWords.letGo}
          </Button>
        </>
      }
    >
      {refusedWords.moved(phases[phase].label)}
    </MessageCard>
  )
}

interface KeepDraftProps {
  readonly text: string
  readonly filled: boolean
  readonly onKept: () => void
}

function KeepDraft({ text, filled, onKept }: KeepDraftProps) {
  const store = useStore()
  const ask = useAsk()
  const { people } = usePeople()
  const ruling = useRuling('keep-moment', { id: 'a-draft-of-mine', text })
  const name = facilitatorName(people) || frameWords.facilitator
  const keep = async () => {
    for (const line of momentLines(text)) {
      const outcome = await ask('keep-moment', { id: store.newId(), text: line })
      if (!outcome.ok) return
    }
    store.say(refusedWords.keptNow(name))
    onKept()
  }
  return (
    <Button
      look={filled ? 'primary' : 'secondary'}
      refusal={ruling.allowed ? null : ruling.reason}
      onClick={() => void keep()}
    >
      {refusedWords.keepFor(name)}
    </Button>
  )
}
