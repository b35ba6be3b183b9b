import type { ArgsOf } from '@momentous/shared/commands/commands'
import type { Session } from '@momentous/shared/domain/session'
import { useState } from 'react'
import { Button } from '../controls/Button.tsx'
import { Checkbox } from '../controls/Checkbox.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { TextField } from '../controls/TextField.tsx'
import { useRuling, useStore, useWatched } from '../model/use-store.ts'
import { meanwhileWords, settingNames, settingsWords } from '../words/settings.ts'
import { useAsk } from '../session/use-ask.ts'
import { VoteTerms } from '../session/VoteTerms.tsx'
import { FirmFields } from './FirmFields.tsx'
import { WebhookRow } from './WebhookRow.tsx'
import '../session/dialog-form.css'
import './firm-fields.css'

const keys = ['title', 'customer', 'firm', 'logo', 'dots', 'stacking', 'room', 'goal', 'anonymous'] as const
type Settings = Pick<Session, (typeof keys)[number]>

/** Only what was changed is asked for, so that what is fixed by now stands in the way of nothing else. */
function changes(before: Settings, after: Settings): ArgsOf<'set-session'> {
  return Object.fromEntries(keys.filter((key) => before[key] !== after[key]).map((key) => [key, after[key]]))
}

export interface SettingsDialogProps {
  readonly token: string
  readonly onClose: () => void
}

export function SettingsDialog({ token, onClose }: SettingsDialogProps) {
  const ask = useAsk()
  const now: Settings = useWatched(useStore().session)
  const [opened] = useState<Settings>(now)
  // What somebody else changes while this is open is seen here, but for what was changed here as well.
  const [edited, setEdited] = useState<Partial<Settings>>({})
  const settings = { ...now, ...edited }
  const [trouble, setTrouble] = useState<string | null>(null)
  const wanted = changes(now, settings)
  const meanwhile = keys.filter((key) => key in wanted && now[key] !== opened[key])
  const ruling = useRuling('set-session', wanted)
  const keep = async () => {
    if (Object.keys(wanted).length === 0) return onClose()
    const outcome = await ask('set-session', wanted)
    return outcome.ok ? onClose() : setTrouble(outcome.reason)
  }
  return (
    <Dialog
      title={settingsWords.title}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{settingsWords.cancel}</Button>
          <Button look="primary" refusal={ruling.allowed ? null : ruling.reason} onClick={() => void keep()}>
            {settingsWords.keep}
          </Button>
        </>
      }
    >
      {meanwhile.length > 0 && (
        <p className="t-small" role="status">
          {meanwhileWords(meanwhile.map((key) => settingNames[key]))}
        </p>
      )}
      <SettingsFields
        settings={settings}
        before={now}
        onChange={(part) => setEdited({ ...edited, ...part })}
        trouble={trouble}
        token={token}
      />
    </Dialog>
  )
}

interface SettingsFieldsProps {
  readonly settings: Settings
  readonly before: Settings
  readonly onChange: (part: Partial<Settings>) => void
  readonly trouble: string | null
  readonly token: string
}

function SettingsFields({ settings, before, onChange: change, trouble, token }: SettingsFieldsProps) {
  // A change of one field that the rules refuse by themselves is greyed out with the reason.
  const terms = useRuling('set-session', { dots: before.dots })
  const names = useRuling('set-session', { anonymous: !before.anonymous })
  return (
    <div className="dialog-form">
      <TextField
        label={settingsWords.name}
        value={settings.title}
        onChange={(title) => change({ title })}
        maxLength={120}
        trouble={trouble}
        data-first
      />
      <TextField
        label={settingsWords.customer}
        hint={settingsWords.customerHint}
        value={settings.customer}
        onChange={(customer) => change({ customer })}
        maxLength={40}
      />
      <VoteTerms terms={settings} onChange={change} refusal={terms.allowed ? null : terms.reason} />
      <TextField
        label={settingsWords.goal}
        inputMode="numeric"
        value={String(settings.goal)}
        onChange={(goal) => change({ goal: Math.min(500, Number(goal.replace(/\D/gu, ''))) })}
      />
      <Checkbox
        label={
          <>
            {settingsWords.anonymous}
            <span className="checkbox-why">{settingsWords.anonymousHint}</span>
          </>
        }
        checked={settings.anonymous}
        onChange={(anonymous) => change({ anonymous })}
        refusal={names.allowed ? null : names.reason}
      />
      <FirmFields firm={settings} token={token} onChange={change} />
      <WebhookRow token={token} />
    </div>
  )
}
