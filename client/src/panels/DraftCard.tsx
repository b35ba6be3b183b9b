import { phases } from '@momentous/shared/domain/phase'
import { Pencil } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../controls/Button.tsx'
import { CopyButton } from '../controls/CopyButton.tsx'
import { MessageCard } from '../controls/MessageCard.tsx'
import { useActor, usePeople, useRuling, useSession, useStore } from '../model/use-store.ts'
import { frameWords } from '../words/frame.ts'
import { refusedWords } from '../words/refused.ts'
import { facilitatorName } from './people-facts.ts'
import { hasWall } from './has-wall.ts'
import { useAsk } from './use-ask.ts'
import { useDraft } from './use-draft.ts'

/** The session has left the wall while somebody was typing: the words stay in sight until something becomes of them. */
export function DraftCard() {
  const { text, setText } = useDraft()
  const phase = useSession((session) => session.phase)
  const observes = useActor().role === 'observer'
  if (text.trim() === '' || observes || hasWall(phase)) return null
  return (
    <MessageCard
      title={refusedWords.stillTyping}
      icon={<Pencil />}
      kept={text}
      actions={
        <>
          <KeepDraft text={text} onKept={() => setText('')} />
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

function KeepDraft({ text, onKept }: { readonly text: string; readonly onKept: () => void }) {
  const store = useStore()
  const ask = useAsk()
  const { people } = usePeople()
  const [id] = useState(() => store.newId<string>())
  const ruling = useRuling('keep-moment', { id, text })
  const name = facilitatorName(people) || frameWords.facilitator
  const keep = async () => {
    const outcome = await ask('keep-moment', { id, text })
    if (!outcome.ok) return
    store.say(refusedWords.keptNow(name))
    onKept()
  }
  return (
    <Button refusal={ruling.allowed ? null : ruling.reason} onClick={() => void keep()}>
      {refusedWords.keepFor(name)}
    </Button>
  )
}
