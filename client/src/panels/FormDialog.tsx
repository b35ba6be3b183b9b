import { Dialog } from '../controls/Dialog.tsx'
import { formWords } from '../words/form.ts'
import { FormView } from './FormView.tsx'

export interface FormDialogProps {
  readonly token: string
  readonly onClose: () => void
}

/** The form in every phase: it fills while the session goes on. */
export function FormDialog({ token, onClose }: FormDialogProps) {
  return (
    <Dialog title={formWords.title} size="wide" onClose={onClose}>
      <FormView token={token} bare />
    </Dialog>
  )
}
