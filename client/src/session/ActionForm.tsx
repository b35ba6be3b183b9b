import { ACTION_TEXT_MAX, type Action } from '@momentous/shared/domain/action'
import { ThumbsUp, Trash2 } from 'lucide-react'
import { Button } from '../controls/Button.tsx'
import { IconButton } from '../controls/IconButton.tsx'
import { SharedText } from '../controls/SharedText.tsx'
import { TextField } from '../controls/TextField.tsx'
import { useSharedEdits } from '../model/use-shared-edits.ts'
import { useActor, useRuling, useStore } from '../model/use-store.ts'
import { dateWords } from '../words/date.ts'
import { agreeCount, planWords } from '../words/plan.ts'
import { OwnerField } from './OwnerField.tsx'
import { useAsk } from './use-ask.ts'
import { useTeamSize } from './use-steerer.ts'
import './action-form.css'

/** What will be done, its first small step, who, when, and who agrees. */
export function ActionForm({ action }: { readonly action: Action }) {
  return (
    <div className="action-form">
      <ActionText action={action} field="text" label={planWords.done} rows={3} />
      <ActionText
        action={action}
        field="firstStep"
        label={planWords.firstStep}
        placeholder={planWords.firstStepExample}
        rows={1}
      />
      <div className="action-form-pair">
        <OwnerField action={action} />
        <DueField action={action} />
      </div>
      <AgreeLine action={action} />
    </div>
  )
}

interface ActionTextProps {
  readonly action: Action
  readonly field: 'text' | 'firstStep'
  readonly label: string
  readonly rows: number
  readonly placeholder?: string
}

export function ActionText({ action, field, label, rows, placeholder }: ActionTextProps) {
  const { refusal, onEdit } = useSharedEdits('actions', action.id, field)
  return (
    <SharedText
      label={label}
      value={action[field]}
      rows={rows}
      single={rows === 1}
      placeholder={refusal === null ? placeholder : undefined}
      readOnly={refusal !== null}
      title={refusal ?? undefined}
      maxLength={ACTION_TEXT_MAX}
      onEdit={onEdit}
    />
  )
}

export function DueField({ action }: { readonly action: Action }) {
  const store = useStore()
  const ruling = useRuling('set-action', { id: action.id })
  const set = (due: string) => {
    const done = store.act('set-action', { id: action.id, due: due === '' ? null : due })
    if (!done.allowed) store.say(done.reason)
  }
  return (
    <TextField
      label={planWords.when}
      type="date"
      value={action.due ?? ''}
      hint={action.due === null ? undefined : dateWords(action.due)}
      onChange={set}
      readOnly={!ruling.allowed}
      title={ruling.allowed ? undefined : ruling.reason}
    />
  )
}

export function AgreeLine({ action }: { readonly action: Action }) {
  const ask = useAsk()
  const store = useStore()
  const { seat, role } = useActor()
  const size = useTeamSize()
  const agreed = action.agreed.includes(seat)
  const ruling = useRuling('agree-action', { action: action.id, agreed: !agreed })
  const removal = useRuling('remove-action', { id: action.id, removed: true })
  const remove = () => {
    const done = store.act('remove-action', { id: action.id, removed: true })
    store.say(done.allowed ? planWords.removed : done.reason)
  }
  return (
    <div className="action-form-agree">
      {role !== 'observer' && (
        <Button
          look={agreed ? 'secondary' : 'steering'}
          icon={<ThumbsUp />}
          aria-pressed={agreed}
          refusal={ruling.allowed ? null : ruling.reason}
          onClick={() => void ask('agree-action', { action: action.id, agreed: !agreed })}
        >
          {agreed ? planWords.agreed : planWords.agree}
        </Button>
      )}
      <span className="t-small t-second t-figures">
        {agreeCount(action.agreed.length, Math.max(size, action.agreed.length))}
      </span>
      {removal.allowed && <IconButton label={planWords.remove} icon={<Trash2 />} onClick={remove} />}
    </div>
  )
}
