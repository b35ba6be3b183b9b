import type { MomentId } from '@momentous/shared/domain/id'
import { Calendar, Download, Upload } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Button } from '../controls/Button.tsx'
import { usePlanningForm } from '../model/use-planning-form.ts'
import { useActor } from '../model/use-store.ts'
import { boardMenuWords } from '../words/board-menu.ts'
import { formWords } from '../words/form.ts'
import { FormFiles, type FormFileDialog } from '../session/FormFiles.tsx'
import { FormCounts } from '../session/FormCounts.tsx'
import { FormSheet } from './FormSheet.tsx'
import { usePrimary } from '../session/use-primary.ts'
import '../session/form-view.css'

export interface FormViewProps {
  readonly token: string
  /** The row that is worked on. */
  readonly moment?: MomentId | null
  /** Something else on the screen is the next thing to do. */
  readonly quiet?: boolean
  /** The heading stands around it already. */
  readonly bare?: boolean
  readonly onPick?: (moment: MomentId) => void
  /** Beside the heading's buttons. */
  readonly children?: ReactNode
}

/** The planning form as it stands, what it lacks, and the ways to take it home. */
export function FormView({ token, moment = null, quiet = false, bare, onPick, children }: FormViewProps) {
  const form = usePlanningForm()
  const primary = usePrimary()
  const { role } = useActor()
  const [open, setOpen] = useState<FormFileDialog | null>(null)
  const close = () => setOpen(null)
  return (
    <section className="form-view" aria-label={formWords.title}>
      <header className="form-view-head">
        {bare ? <span /> : <h2 className="t-h4">{formWords.title}</h2>}
        <div className="form-view-buttons">
          <Button icon={<Calendar />} onClick={() => setOpen('next-session')}>
            {formWords.book}
          </Button>
          {role === 'facilitator' && (
            <Button icon={<Upload />} onClick={() => setOpen('bring-back')}>
              {boardMenuWords.bringBack}
            </Button>
          )}
          <Button look={quiet ? 'secondary' : primary} icon={<Download />} onClick={() => setOpen('export')}>
            {formWords.export}
          </Button>
          {children}
        </div>
      </header>
      <FormSheet form={form} moment={moment} {...(onPick && { onPick })} />
      <FormCounts form={form} />
      <p className="t-small t-second">{formWords.rowsFollow}</p>
      <FormFiles open={open} token={token} onClose={close} />
    </section>
  )
}
