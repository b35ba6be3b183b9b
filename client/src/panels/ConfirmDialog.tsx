import { Button } from '../controls/Button.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { peopleWords } from '../words/people.ts'

export interface ConfirmDialogProps {
  readonly title: string
  /** What it means for the others. */
  readonly words: string
  /** What the button does, as a verb. */
  readonly does: string
  readonly onDo: () => void
  readonly onClose: () => void
}

/** A step that touches somebody else, asked once more. */
export function ConfirmDialog({ title, words, does, onDo, onClose }: ConfirmDialogProps) {
  const confirm = () => {
    onDo()
    onClose()
  }
  return (
    <Dialog
      title={title}
      size="small"
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{peopleWords.keep}</Button>
          <Button look="primary" onClick={confirm}>
            {does}
          </Button>
        </>
      }
    >
      <p className="t-second">{words}</p>
    </Dialog>
  )
}
