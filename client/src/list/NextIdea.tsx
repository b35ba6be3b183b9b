import { IDEA_TEXT_MAX } from '@momentous/shared/domain/idea'
import type { MomentId } from '@momentous/shared/domain/id'
import { Archive, Shield, UserRound } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../controls/Button.tsx'
import { CopyButton } from '../controls/CopyButton.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { TextButton } from '../controls/TextButton.tsx'
import { useActor, useIdeasOf, useRuling, useSession } from '../model/use-store.ts'
import { ConcernDialog } from '../session/ConcernDialog.tsx'
import { NoNamesCard } from '../session/NoNamesCard.tsx'
import { NudgeCard } from '../session/NudgeCard.tsx'
import { usePrimary } from '../session/use-primary.ts'
import { useSaying, type Saying } from '../session/use-saying.ts'
import { useFew } from '../session/use-steerer.ts'
import { ideasWords } from '../words/ideas.ts'
import { listWords } from '../words/list.ts'
import { refusedWords } from '../words/refused.ts'
import { Composer } from './Composer.tsx'
import './idea-foot.css'

/** The next idea, unsigned. Words that were half typed when ideas closed stay in the field, to be copied or cleared. */
export function NextIdea({ moment }: { readonly moment: MomentId }) {
  const phase = useSession((session) => session.phase)
  const { role } = useActor()
  const primary = usePrimary()
  const saying = useSaying(moment, null)
  const ruling = useRuling('raise-idea', { id: 'idea-to-come' as never, moment, text: '' })
  const { draft, nudge, trouble } = saying
  const open = phase === 'ideas'
  if (role === 'observer' || (!open && draft.text === '')) return null
  return (
    <div className="list-foot idea-foot">
      {nudge !== null && <Asked saying={saying} />}
      {open && nudge === null && <NoNames />}
      {!open && <TooLate saying={saying} />}
      {trouble !== null && (
        <p className="field-trouble" role="alert">
          {trouble}
        </p>
      )}
      <Composer
        label={ideasWords.field}
        placeholder={ideasWords.placeholder}
        text={draft.text}
        onText={saying.onText}
        onSend={() => saying.onSend()}
        sendWords={ideasWords.addShort}
        maxLength={IDEA_TEXT_MAX}
        refusal={ruling.allowed ? null : ruling.reason}
        quiet={nudge !== null || primary === 'secondary' || !open}
      />
      {open && <ConcernButton moment={moment} />}
    </div>
  )
}

function Asked({ saying }: { readonly saying: Saying }) {
  const { nudge } = saying
  if (nudge === null) return null
  return (
    <NudgeCard
      nudge={nudge}
      building={false}
      onReword={saying.onReword}
      onKeepForDecide={saying.onKeepForDecide}
      onSendAsItIs={saying.onSendAsItIs}
    />
  )
}

function NoNames() {
  const anonymous = useSession((session) => session.anonymous)
  const few = useFew()
  const [open, setOpen] = useState(false)
  if (!anonymous) {
    return (
      <p className="list-foot-line">
        <span className="list-foot-fact">
          <UserRound />
          {ideasWords.named}
        </span>
      </p>
    )
  }
  return (
    <div className="list-foot-line">
      <span className="list-foot-fact">
        <Shield />
        {few ? ideasWords.few : ideasWords.noNamesShort}
      </span>
      <TextButton onClick={() => setOpen(true)}>{ideasWords.why}</TextButton>
      {open && (
        <Dialog title={ideasWords.noNames} onClose={() => setOpen(false)}>
          <NoNamesCard />
        </Dialog>
      )}
    </div>
  )
}

function TooLate({ saying }: { readonly saying: Saying }) {
  return (
    <div className="composer-late">
      <p>{ideasWords.leftOver}</p>
      <CopyButton text={saying.draft.text}>{refusedWords.copy}</CopyButton>
      <Button look="tertiary" onClick={() => saying.onText('')}>
        {listWords.clear}
      </Button>
    </div>
  )
}

function ConcernButton({ moment }: { readonly moment: MomentId }) {
  const ideas = useIdeasOf(moment).filter(({ withdrawn }) => !withdrawn)
  const [open, setOpen] = useState(false)
  return (
    <div className="idea-foot-box">
      <Button look="tertiary" icon={<Archive />} onClick={() => setOpen(true)}>
        {ideasWords.concern}
      </Button>
      {open && <ConcernDialog moment={moment} ideas={ideas} onClose={() => setOpen(false)} />}
    </div>
  )
}
