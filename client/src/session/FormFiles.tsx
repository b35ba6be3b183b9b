import { lazyPart } from '../controls/lazy-part.ts'
import { PartPlace } from '../controls/PartPlace.tsx'

const ExportDialog = lazyPart(async () => (await import('./ExportDialog.tsx')).ExportDialog)
const NextSessionDialog = lazyPart(async () => (await import('./NextSessionDialog.tsx')).NextSessionDialog)

export type FormFileDialog = 'export' | 'next-session'

export interface FormFilesProps {
  readonly open: FormFileDialog | null
  readonly token: string
  readonly onClose: () => void
}

/** The two ways to take the form home, fetched when they are asked for. */
export function FormFiles({ open, token, onClose }: FormFilesProps) {
  if (open === null) return null
  return (
    <PartPlace key={open} onDrop={onClose}>
      {open === 'export' ? <ExportDialog token={token} onClose={onClose} /> : <NextSessionDialog onClose={onClose} />}
    </PartPlace>
  )
}
