import { useRuling } from '../model/use-store.ts'
import { termsWords } from '../words/terms.ts'
import { ConfirmDialog } from './ConfirmDialog.tsx'
import type { BoardLinks } from './use-links.ts'

export interface DeleteBoardDialogProps {
  readonly links: BoardLinks
  readonly onClose: () => void
}

/** The end of the board for everybody, said plainly before it happens. What follows is the page of a board that is gone. */
export function DeleteBoardDialog({ links, onClose }: DeleteBoardDialogProps) {
  const ruling = useRuling('set-retention', { deleteAt: null, idleDays: null })
  return (
    <ConfirmDialog
      title={termsWords.deleteTitle}
      words={termsWords.deleteWhy}
      keep={termsWords.deleteKeep}
      does={termsWords.deleteSure}
      refusal={ruling.allowed ? null : ruling.reason}
      onDo={() => links.deleteBoard(termsWords.deleteFailed)}
      onClose={onClose}
    />
  )
}
