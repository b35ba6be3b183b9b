import type { Idea } from '@momentous/shared/domain/idea'
import type { MomentId } from '@momentous/shared/domain/id'
import { Archive, Bell } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../controls/Button.tsx'
import { useActor, useRuling, useSession } from '../model/use-store.ts'
import { dryHint, ideasWords, nothingNew } from '../words/ideas.ts'
import { ClosingStep } from '../session/ClosingStep.tsx'
import { ConcernDialog } from '../session/ConcernDialog.tsx'
import { ReadyChip, ReadyTick } from '../session/ReadyTick.tsx'
import { Steering } from '../session/Steering.tsx'
import { useAsk } from '../session/use-ask.ts'
import { usePrimary } from '../session/use-primary.ts'

export interface IdeasTrayProps {
  readonly moment: MomentId
  readonly ideas: readonly Idea[]
  /** Whole minutes without anything new; null while ideas come. */
  readonly quiet: number | null
  /** Somebody writes a build: that has the filled button. */
  readonly busy: boolean
}

/** The bell, the concern box, and the facilitator's way on once ideas dry up. */
export function IdeasTray({ moment, ideas, quiet, busy }: IdeasTrayProps) {
  const ask = useAsk()
  const { role } = useActor()
  const closing = useSession((session) => session.closing)
  const bell = useRuling('ring-bell', {})
  const primary = usePrimary()
  const [concern, setConcern] = useState(false)
  const refusal = bell.allowed ? null : bell.reason
  const filled = quiet !== null && !busy && primary === 'primary'
  if (role === 'observer' && closing === null) return null
  return (
    <section className="workspace-tray" aria-label={ideasWords.actions}>
      {role !== 'observer' && (
        <>
          <Button look="tertiary" icon={<Bell />} refusal={refusal} onClick={() => void ask('ring-bell', {})}>
            {ideasWords.ringBell}
          </Button>
          <Button look="tertiary" icon={<Archive />} refusal={refusal} onClick={() => setConcern(true)}>
            {ideasWords.concern}
          </Button>
        </>
      )}
      <div className="workspace-tray-end">
        {quiet !== null && closing === null && (
          <span className="ideas-quiet" title={dryHint(quiet)}>
            {nothingNew(quiet)}
          </span>
        )}
        {role === 'facilitator' ? (
          <Steering filled={filled}>
            <ReadyChip />
          </Steering>
        ) : closing !== null ? (
          <ClosingStep closing={closing} />
        ) : (
          <ReadyTick />
        )}
      </div>
      {concern && <ConcernDialog moment={moment} ideas={ideas} onClose={() => setConcern(false)} />}
    </section>
  )
}
