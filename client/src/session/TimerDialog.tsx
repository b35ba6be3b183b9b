import { phases } from '@momentous/shared/domain/phase'
import { useState } from 'react'
import { Button } from '../controls/Button.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { Segmented } from '../controls/Segmented.tsx'
import { TextField } from '../controls/TextField.tsx'
import { useSession } from '../model/use-store.ts'
import { frameWords, minutesShort } from '../words/frame.ts'
import { steeringWords } from '../words/steering.ts'
import { useAsk } from './use-ask.ts'
import './dialog-form.css'
import './timer-dialog.css'

const PRESETS = [2, 5, 10, 15, 25]
const MOST = 600

/** How many minutes, on the server's clock. Starting again replaces what runs. */
export function TimerDialog({ onClose }: { readonly onClose: () => void }) {
  const ask = useAsk()
  const phase = useSession((session) => session.phase)
  const running = useSession((session) => session.timer !== null)
  const [minutes, setMinutes] = useState(String(phases[phase].minutes || 5))
  const wanted = Number(minutes)
  const fits = Number.isFinite(wanted) && wanted >= 1 && wanted <= MOST
  const set = (seconds: number | null) => {
    void ask('set-timer', { seconds })
    onClose()
  }
  return (
    <Dialog
      title={frameWords.timer}
      size="small"
      onClose={onClose}
      foot={
        <>
          {running && <Button onClick={() => set(null)}>{frameWords.stopTimer}</Button>}
          <Button
            look="primary"
            refusal={fits ? null : steeringWords.minutesRange}
            onClick={() => set(Math.round(wanted * 60))}
          >
            {frameWords.startTimer}
          </Button>
        </>
      }
    >
      <div className="dialog-form">
        <Segmented
          label={steeringWords.howLong}
          segments={PRESETS.map((preset) => ({ value: String(preset), label: minutesShort(preset) }))}
          value={PRESETS.includes(wanted) ? String(wanted) : null}
          onChange={setMinutes}
        />
        <div className="timer-dialog-minutes">
          <TextField label={steeringWords.minutes} inputMode="numeric" value={minutes} onChange={setMinutes} />
        </div>
      </div>
    </Dialog>
  )
}
