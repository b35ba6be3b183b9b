import { useState } from 'react'
import { Button } from '../controls/Button.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { useRuling } from '../model/use-store.ts'
import { termsWords } from '../words/terms.ts'
import type { BoardLinks } from './use-links.ts'

export interface DeleteBoardDialogProps {
  readonly links: BoardLinks
  readonly onClose: () => void
}

/** The end of the board for everybody, said plainly before it happens. What follows is the page of a board that is gone. */
export function DeleteBoardDialog({ links, onClose }: DeleteBoardDialogProps) {
  const ruling = useRuling('set-retention', { deleteAt: null, idleDays: null })
  const [trouble, setTrouble] = useState<string | null>(null)
  const [underWay, setUnderWay] = useState(false)
  const remove = async () => {
    if (underWay) return
    setUnderWay(true)
    setTrouble(await links.deleteBoard(termsWords.deleteFailed))
    setUnderWay(false)
  }
  return (
    <Dialog
      title={termsWords.deleteTitle}
      size="small"
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{termsWords.deleteKeep}</Button>
          <Button look="primary" refusal={ruling.allowed ? null : ruling.reason} onClick={() => void remove()}>
            {termsWords.deleteSure}
          </Button>
        </>
      }
    >
      <p className="t-second">{termsWords.deleteWhy}</p>
      {trouble !== null && (
        <p className="field-trouble" role="alert">
          {trouble}
        </p>
      )}
    </Dialog>
  )
}
