import type { FunctionComponent } from 'react'
import { lazyPart } from '../controls/lazy-part.ts'
import { PartPlace } from '../controls/PartPlace.tsx'
import { useCell } from '../model/use-cell.ts'
import type { BoardLinks } from '../panels/use-links.ts'
import { useBoardDialog, type BoardDialogName } from '../session/board-dialog.ts'
import type { Mode } from './use-list-or-wall.ts'

export interface BoardDialogsProps {
  readonly links: BoardLinks
  readonly token: string
  readonly mode: Mode
}

type DialogProps = Pick<BoardDialogsProps, 'links' | 'token'> & { readonly onClose: () => void }

const ListForm = lazyPart(async () => (await import('../list/ListForm.tsx')).ListForm)

const CommandPalette = lazyPart(async () => (await import('./CommandPalette.tsx')).CommandPalette)
// Whoever types at once types into its field, and not on the wall; and it comes in with all other dialogs, later than the page.
CommandPalette.fetch()

/** Each is fetched when it is first opened. Finding has its place on the wall or in the list. */
const dialogs: Readonly<Record<Exclude<BoardDialogName, 'find'>, FunctionComponent<DialogProps>>> = {
  rename: lazyPart(async () => (await import('../panels/RenameDialog.tsx')).RenameDialog),
  settings: lazyPart(async () => (await import('../panels/SettingsDialog.tsx')).SettingsDialog),
  share: lazyPart(async () => (await import('../panels/ShareDialog.tsx')).ShareDialog),
  people: lazyPart(async () => (await import('../panels/PeopleSheet.tsx')).PeopleSheet),
  form: lazyPart(async () => (await import('../panels/FormDialog.tsx')).FormDialog),
  export: lazyPart(async () => (await import('../session/ExportDialog.tsx')).ExportDialog),
  picture: lazyPart(async () => (await import('./PictureDialog.tsx')).PictureDialog),
  'bring-back': lazyPart(async () => (await import('../session/BringBackDialog.tsx')).BringBackDialog),
  'next-session': lazyPart(async () => (await import('../session/NextSessionDialog.tsx')).NextSessionDialog),
  timer: lazyPart(async () => (await import('../session/TimerDialog.tsx')).TimerDialog),
  'new-round': lazyPart(async () => (await import('../session/NewRoundDialog.tsx')).NewRoundDialog),
  how: lazyPart(async () => (await import('./SessionDialog.tsx')).SessionDialog),
  shortcuts: lazyPart(async () => (await import('./ShortcutsDialog.tsx')).ShortcutsDialog),
  commands: CommandPalette,
}

/** The one dialog that is open over the board, if any. */
export function BoardDialogs({ links, token, mode }: BoardDialogsProps) {
  const opened = useBoardDialog()
  const name = useCell(opened)
  if (name === null || name === 'find') return null
  // Whoever opens another one from within has closed this one already.
  const close = () => opened.get() === name && opened.set(null)
  const Shown = name === 'form' && mode === 'list' ? ListForm : dialogs[name]
  return (
    <PartPlace key={name} onDrop={close}>
      <Shown links={links} token={token} onClose={close} />
    </PartPlace>
  )
}
