import { Hand } from 'lucide-react'
import type { CommandName } from '@momentous/shared/commands/commands'
import { phases } from '@momentous/shared/domain/phase'
import { useEffect, useSyncExternalStore } from 'react'
import { Button } from '../controls/Button.tsx'
import { CopyButton } from '../controls/CopyButton.tsx'
import { useAnnouncer } from '../controls/LiveRegion.tsx'
import { MessageCard } from '../controls/MessageCard.tsx'
import { addingAgain } from '../model/adding-again.ts'
import type { Offered } from '../model/offered.ts'
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
  const { name } = offer.command
  const late = again === null && (name === 'add-moment' || name === 'add-moments')
  const keepable = name === 'add-moment' || unsignedWords.includes(name)
  const title = late ? refusedWords.tooLate : (titles[name] ?? refusedWords.notNow)
  useEffect(() => sayNow(`${title}. ${offer.reason}`), [title, offer.reason, sayNow])
  const letGo = () => store.letGo(offer.id)
  const look = first ? 'primary' : 'secondary'
  return (
    <MessageCard
      title={title}
      icon={<Hand />}
      kept={offer.words === '' ? null : offer.words}
      actions={
        offer.words === '' && again === null ? (
          <Button onClick={letGo}>{refusedWords.understood}</Button>
        ) : (
          <>
            {again && (
              <Button look={again.refusal === null ? look : 'secondary'} refusal={again.refusal} onClick={again.onDo}>
                {name in titles ? refusedWords.putOn : refusedWords.again}
              </Button>
            )}
            {keepable && <KeepIt offer={offer} first={first && again === null} />}
            {offer.words !== '' && <CopyButton text={offer.words}>{refusedWords.copy}</CopyButton>}
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

/** What can go on the wall later: it waits for that, and says why it can't yet. */
const titles: Partial<Readonly<Record<CommandName, string>>> = {
  'draw-stroke': refusedWords.notOnWall,
  'edit-text': refusedWords.wordsNotOnWall,
}

interface Again {
  readonly refusal: string | null
  readonly onDo: () => void
}

/** Does it once more; null where that can't be, and for what has another way while it isn't allowed. */
function useAgain(offer: Offered): Again | null {
  const store = useStore()
  const deedsNow = () => addingAgain(offer, store.view())
  // One sentence for all of them: empty when they are allowed, null when there is nothing to do anew.
  const readRefusal = () => {
    const deeds = deedsNow()
    const refused = deeds.map((deed) => store.may(deed.name, deed.args)).find((ruling) => !ruling.allowed)
    return deeds.length === 0 ? null : (refused?.reason ?? '')
  }
  const refusal = useSyncExternalStore(store.changes.subscribe, readRefusal)
  if (refusal === null || (refusal !== '' && !(offer.command.name in titles))) return null
  const onDo = () => {
    store.together(() => {
      const refused = deedsNow()
        .map((deed) => store.act(deed.name, deed.args))
        .find((ruling) => !ruling.allowed)
      store.say(refused?.reason ?? refusedWords.there)
      if (refused === undefined) store.letGo(offer.id)
    })
  }
  return { refusal: refusal === '' ? null : refusal, onDo }
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
