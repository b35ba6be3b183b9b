import { useState, type ReactNode } from 'react'
import { Button } from '../controls/Button.tsx'
import { Dialog } from '../controls/Dialog.tsx'

export interface ConfirmDialogProps {
  readonly title: string
  /** What it means for the others. */
  readonly words: string
  /** What leaves everything as it is, as a verb. */
  readonly keep: string
  /** What the button does, as a verb. */
  readonly does: string
  /** Why it does nothing now, in a sentence. */
  readonly refusal?: string | null
  /** What to think of first. */
  readonly children?: ReactNode
  /** Resolves with null when it is done, else with the sentence why not. */
  readonly onDo: () => Promise<string | null>
  readonly onClose: () => void
}

/** A step that touches somebody else, asked once more; it closes when that is done, and says so when it can't be. */
export function ConfirmDialog({
  title,
  words,
  keep,
  does,
  refusal = null,
  children,
  onDo,
  onClose,
}: ConfirmDialogProps) {
  const [trouble, setTrouble] = useState<string | null>(null)
  const [underWay, setUnderWay] = useState(false)
  const confirm = async () => {
    if (underWay) return
    setUnderWay(true)
    const fault = await onDo()
    setUnderWay(false)
    if (fault === null) onClose()
    else setTrouble(fault)
  }
  return (
    <Dialog
      title={title}
      size="small"
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{keep}</Button>
          <Button look="primary" refusal={refusal} onClick={() => void confirm()}>
            {does}
          </Button>
        </>
      }
    >
      <p className="t-second">{words}</p>
      {children}
      {trouble !== null && (
        <p className="field-trouble" role="alert">
          {trouble}
        </p>
      )}
    </Dialog>
  )
}
