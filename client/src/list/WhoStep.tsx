import type { Action } from '@momentous/shared/domain/action'
import { Hand, Undo2 } from 'lucide-react'
import { Button } from '../controls/Button.tsx'
import { useActor, useRuling } from '../model/use-store.ts'
import { OwnerField } from '../session/OwnerField.tsx'
import { useAsk } from '../session/use-ask.ts'
import { usePrimary } from '../session/use-primary.ts'
import { planStepWords } from '../words/list.ts'
import { planWords } from '../words/plan.ts'

/** Oneself first, with one press; the facilitator may name anybody. */
export function WhoStep({ action }: { readonly action: Action }) {
  const ask = useAsk()
  const primary = usePrimary()
  const { seat, role } = useActor()
  const take = useRuling('own-action', { action: action.id, seat })
  const { owner } = action
  const mine = owner?.seat === seat
  return (
    <div className="list-stack">
      <p className="priority-expected" role="status">
        {owner === null ? planWords.nobodyYet : owner.name}
      </p>
      {mine && (
        <Button icon={<Undo2 />} onClick={() => void ask('own-action', { action: action.id, seat: null })}>
          {planStepWords.giveBack}
        </Button>
      )}
      {!mine && take.allowed && (
        <Button
          look={owner === null ? primary : 'secondary'}
          size="large"
          icon={<Hand />}
          onClick={() => void ask('own-action', { action: action.id, seat })}
        >
          {planWords.takeIt}
        </Button>
      )}
      {!mine && !take.allowed && role === 'participant' && <p className="t-second">{planStepWords.taken}</p>}
      {role === 'facilitator' && <OwnerField action={action} />}
    </div>
  )
}
