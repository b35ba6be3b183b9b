import type { NextSession } from '@momentous/shared/domain/session'
import { CalendarPlus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../controls/Button.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { Select } from '../controls/Select.tsx'
import { TextField } from '../controls/TextField.tsx'
import { calendarFile } from '../model/form-file.ts'
import { useRuling, useSession, useStore } from '../model/use-store.ts'
import { dateAfter, dateWords, zoneWords } from '../words/date.ts'
import { formWords, lengthWords } from '../words/form.ts'
import { saveFile } from './save-file.ts'
import { useAsk } from './use-ask.ts'
import './dialog-form.css'
import './next-session-dialog.css'

const LENGTHS = [30, 45, 60, 90, 120, 180]
const THREE_WEEKS = 21

/** When the team meets again: three weeks from now unless it says otherwise. */
export function NextSessionDialog({ onClose }: { readonly onClose: () => void }) {
  const store = useStore()
  const ask = useAsk()
  const booked = useSession((session) => session.nextSession)
  const ruling = useRuling('book-next-session', { at: null })
  const [meeting, setMeeting] = useState<NextSession>(
    () => booked ?? { date: dateAfter(store.now(), THREE_WEEKS), time: '09:00', minutes: 60, zone: ownZone() },
  )
  const refusal = ruling.allowed ? null : ruling.reason
  const same = booked !== null && JSON.stringify(booked) === JSON.stringify({ ...booked, ...meeting })
  const saveCalendar = async () => {
    const written = await calendarFile(store)
    if (written.ok) saveFile(written.file)
    else store.say(written.reason ?? formWords.notWritten)
  }
  return (
    <Dialog
      title={formWords.nextTitle}
      size="small"
      onClose={onClose}
      foot={
        <>
          {booked !== null && ruling.allowed && (
            <Button look="tertiary" onClick={() => void ask('book-next-session', { at: null })}>
              {formWords.dropDate}
            </Button>
          )}
          {same ? (
            <Button look="primary" icon={<CalendarPlus />} onClick={() => void saveCalendar()}>
              {formWords.calendar}
            </Button>
          ) : (
            <Button
              look="primary"
              refusal={refusal}
              onClick={() => void ask('book-next-session', { at: { ...meeting, zone: meeting.zone ?? ownZone() } })}
            >
              {formWords.keepDate}
            </Button>
          )}
        </>
      }
    >
      <MeetingFields
        meeting={meeting}
        onChange={setMeeting}
        fixed={refusal !== null}
        hint={same ? formWords.booked : formWords.nextHint}
      />
    </Dialog>
  )
}

interface MeetingFieldsProps {
  readonly meeting: NextSession
  readonly onChange: (meeting: NextSession) => void
  readonly fixed: boolean
  readonly hint: string
}

function MeetingFields({ meeting, onChange, fixed, hint }: MeetingFieldsProps) {
  const change = (part: Partial<NextSession>) => !fixed && onChange({ ...meeting, ...part })
  const lengths = LENGTHS.includes(meeting.minutes) ? LENGTHS : [...LENGTHS, meeting.minutes]
  return (
    <div className="dialog-form">
      <p className="t-second" role="status">
        {hint}
      </p>
      <div className="next-session-fields">
        <TextField
          label={formWords.date}
          type="date"
          required
          readOnly={fixed}
          value={meeting.date}
          onChange={(date) => change({ date })}
          // Half a date is none yet; the line stays, so that nothing below it moves.
          hint={dateWords(meeting.date) || '\u00a0'}
          data-first
        />
        <TextField
          label={formWords.time}
          type="time"
          required
          readOnly={fixed}
          value={meeting.time}
          onChange={(time) => change({ time })}
          hint={zoneWords(meeting.zone ?? ownZone())}
        />
        <Select
          label={formWords.length}
          value={String(meeting.minutes)}
          onChange={(minutes) => change({ minutes: Number(minutes) })}
          options={lengths.map((minutes) => ({ value: String(minutes), label: lengthWords(minutes) }))}
        />
      </div>
    </div>
  )
}

/** Where this device stands, as its clock says. */
const ownZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone
