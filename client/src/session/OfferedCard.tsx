import { Hand } from 'lucide-react'
import { phases } from '@momentous/shared/domain/phase'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { Button } from '../controls/Button.tsx'
import { CopyButton } from '../controls/CopyButton.tsx'
import { useAnnouncer } from '../controls/LiveRegion.tsx'
import { MessageCard } from '../controls/MessageCard.tsx'
import { addingAgain } from '../model/adding-again.ts'
import type { Offered } from '../model/board-store.ts'
import { usePeople, useRuling, useSession, useStore } from '../model/use-store.ts'
import { frameWords } from '../words/frame.ts'
import { refusedWords } from '../words/refused.ts'
import { facilitatorName } from './people-facts.ts'

export interface OfferedCardProps {
  readonly offer: Offered
  /** The topmost card has the filled button. */
  readonly first: boolean
}

/** What was written for Ideas and comes too late for them: the facilitator's list carries no names either. */
const unsignedWords: readonly string[] = ['raise-idea', 'build-on-idea', 'raise-concern']

/** A change that came too late or was refused: its words, the reason, and what can become of it. Stays until answered. */
export function OfferedCard({ offer, first }: OfferedCardProps) {
  const store = useStore()
  const phase = useSession((session) => session.phase)
  const { sayNow } = useAnnouncer()
  const again = useAgain(offer)
  const late = again === null && (offer.command.name === 'add-moment' || offer.command.name === 'add-moments')
  const keepable = offer.command.name === 'add-moment' || unsignedWords.includes(offer.command.name)
  const title = late ? refusedWords.tooLate : refusedWords.notNow
  useEffect(() => sayNow(`${title}. ${offer.reason}`), [title, offer.reason, sayNow])
  const letGo = () => store.letGo(offer.id)
  return (
    <MessageCard
      title={title}
      icon={<Hand />}
      kept={offer.words === '' ? null : offer.words}
      actions={
        offer.words === '' ? (
          <Button onClick={letGo}>{refusedWords.understood}</Button>
        ) : (
          <>
            {again && (
              <Button look={first ? 'primary' : 'secondary'} onClick={again}>
                {refusedWords.again}
              </Button>
            )}
            {keepable && <KeepIt offer={offer} first={first && again === null} />}
            <CopyButton text={offer.words}>{refusedWords.copy}</CopyButton>
            <Button look="tertiary" onClick={letGo}>
              {refusedWords.letGo}
            </Button>
          </>
        )
      }
    >
      {late ? refusedWords.moved(phases[phase].label) : offer.reason}
    </MessageCard>
  )
}

/** Does it once more; null while that is not allowed either. */
function useAgain(offer: Offered): (() => void) | null {
  const store = useStore()
  const deed = useMemo(() => addingAgain(offer), [offer])
  const isAllowed = () => deed !== null && store.may(deed.name, deed.args).allowed
  const allowed = useSyncExternalStore(store.changes.subscribe, isAllowed)
  if (deed === null || !allowed) return null
  return () => {
    const ruling = store.act(deed.name, deed.args)
    store.say(ruling.allowed ? refusedWords.there : ruling.reason)
    if (ruling.allowed) store.letGo(offer.id)
  }
}

function KeepIt({ offer, first }: OfferedCardProps) {
  const store = useStore()
  const { people } = usePeople()
  const ruling = useRuling('keep-moment', { id: 'kept-moment', text: offer.words })
  const name = facilitatorName(people) || frameWords.facilitator
  const keep = async () => {
    const outcome = await store.keepForFacilitator(offer.id)
    store.say(outcome.ok ? refusedWords.keptNow(name) : outcome.reason)
  }
  return (
    <Button
      look={first ? 'primary' : 'secondary'}
      refusal={ruling.allowed ? null : ruling.reason}
      onClick={() => void keep()}
    >
      {refusedWords.keepFor(name)}
    </Button>
  )
}
