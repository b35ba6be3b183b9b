import type { FunctionComponent } from 'react'
import { lazyPart } from '../controls/lazy-part.ts'
import { PartPlace } from '../controls/PartPlace.tsx'

type DialogProps = Pick<FormFilesProps, 'token' | 'onClose'>

const ExportDialog = lazyPart(async () => (await import('./ExportDialog.tsx')).ExportDialog)
const BringBackDialog = lazyPart(async () => (await import('./BringBackDialog.tsx')).BringBackDialog)
const NextSessionDialog: FunctionComponent<DialogProps> = lazyPart(
  async () => (await import('./NextSessionDialog.tsx')).NextSessionDialog,
)

export type FormFileDialog = 'export' | 'next-session' | 'bring-back'

export interface FormFilesProps {
  readonly open: FormFileDialog | null
  readonly token: string
  readonly onClose: () => void
}

const dialogs = { export: ExportDialog, 'next-session': NextSessionDialog, 'bring-back': BringBackDialog }

/** The ways in which the form goes home and comes back, fetched when they are asked for. */
export function FormFiles({ open, token, onClose }: FormFilesProps) {
  if (open === null) return null
  const Shown = dialogs[open]
  return (
    <PartPlace key={open} onDrop={onClose}>
      <Shown token={token} onClose={onClose} />
    </PartPlace>
  )
}
