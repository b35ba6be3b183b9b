import { useEffect, useState } from 'react'
import { CopyButton } from '../controls/CopyButton.tsx'
import { useAnnouncer } from '../controls/LiveRegion.tsx'
import { forgetBoard, unsavedOf } from '../model/forget-board.ts'
import type { Identity, RememberedBoard } from '../model/identity.ts'
import { ConfirmDialog } from '../panels/ConfirmDialog.tsx'
import { forgetWords as words } from '../words/forget.ts'
import { pathOf } from './route.ts'
import './forget-dialog.css'

export interface ForgetDialogProps {
  readonly board: RememberedBoard
  readonly identity: Identity
  readonly onForgotten: () => void
  readonly onClose: () => void
}

/** Takes a board off this device, once it was said what goes with it. */
export function ForgetDialog({ board, identity, onForgotten, onClose }: ForgetDialogProps) {
  const { say } = useAnnouncer()
  const unsaved = useUnsaved(board)
  const forget = async () => {
    await forgetBoard(board, identity)
    say(words.done(board.title))
    onForgotten()
    return null
  }
  return (
    <ConfirmDialog
      title={words.title(board.title)}
      words={board.role === 'facilitator' ? words.steers : words.comes}
      keep={words.keep}
      does={words.forget}
      onDo={forget}
      onClose={onClose}
    >
      {unsaved > 0 && <p className="t-second">{words.unsaved(unsaved)}</p>}
      <p className="forget-dialog-link">
        <CopyButton text={new URL(pathOf(board), location.href).href}>{words.copy}</CopyButton>
      </p>
    </ConfirmDialog>
  )
}

function useUnsaved({ id }: RememberedBoard): number {
  const [count, setCount] = useState(0)
  useEffect(() => {
    let wanted = true
    void unsavedOf(id).then((found) => wanted && setCount(found))
    return () => {
      wanted = false
    }
  }, [id])
  return count
}
