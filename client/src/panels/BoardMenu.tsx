import {
  ChevronDown,
  CircleQuestionMark,
  ClipboardList,
  Command,
  ImageDown,
  Keyboard,
  LogOut,
  Moon,
  Pencil,
  Search,
  Settings,
  Sun,
  Upload,
} from 'lucide-react'
import { Menu } from '../controls/Menu.tsx'
import type { MenuChoice } from '../controls/MenuRow.tsx'
import { useActor, useRuling, useSession } from '../model/use-store.ts'
import { chooseTheme, otherTheme } from '../theme/theme.ts'
import { useBoardDialog } from '../session/board-dialog.ts'
import { hasWall } from '../session/has-wall.ts'
import { useShownTheme } from '../session/use-shown-theme.ts'
import { boardMenuWords } from '../words/board-menu.ts'
import { frameWords } from '../words/frame.ts'

export interface BoardMenuProps {
  readonly onRename: () => void
  readonly onSettings: () => void
  /** The planning form as it stands; left out where it is on the screen already. */
  readonly onForm?: (() => void) | undefined
  readonly onBringBack: () => void
  readonly onHow: () => void
  readonly onFind: () => void
  readonly onCommands: () => void
  readonly onShortcuts: () => void
  readonly onLeave: () => void
}

/** The board's name, and what belongs to the board as a whole. */
export function BoardMenu(props: BoardMenuProps) {
  const { onRename, onSettings, onForm, onBringBack, onHow, onFind, onCommands, onShortcuts, onLeave } = props
  const title = useSession((session) => session.title)
  const ruling = useRuling('set-session', {})
  const bringing = useRuling('merge-form', { changes: [] })
  const { role } = useActor()
  const dark = useShownTheme() === 'dark'
  const walled = useSession((session) => hasWall(session.phase))
  const refusal = ruling.allowed ? null : ruling.reason
  const form = onForm === undefined ? [] : [{ label: boardMenuWords.form, icon: <ClipboardList />, onChoose: onForm }]
  const steering: readonly MenuChoice[] = [
    { label: boardMenuWords.rename, icon: <Pencil />, refusal, onChoose: onRename },
    { label: boardMenuWords.settings, icon: <Settings />, refusal, onChoose: onSettings },
    {
      label: boardMenuWords.bringBack,
      icon: <Upload />,
      refusal: bringing.allowed ? null : bringing.reason,
      onChoose: onBringBack,
    },
  ]
  const dialog = useBoardDialog()
  const picture = { label: frameWords.savePicture, icon: <ImageDown />, onChoose: () => dialog.set('picture') }
  const choices: readonly (MenuChoice | null)[] = [
    ...form,
    picture,
    ...(role === 'observer' ? [] : steering),
    { label: frameWords.howASessionRuns, icon: <CircleQuestionMark />, onChoose: onHow },
    {
      label: dark ? frameWords.switchToLight : frameWords.switchToDark,
      icon: dark ? <Sun /> : <Moon />,
      onChoose: () => chooseTheme(otherTheme()),
    },
    null,
    {
      label: boardMenuWords.find,
      icon: <Search />,
      refusal: walled ? null : boardMenuWords.findHasNoWall,
      onChoose: onFind,
    },
    { label: boardMenuWords.commands, icon: <Command />, onChoose: onCommands },
    { label: boardMenuWords.shortcuts, icon: <Keyboard />, onChoose: onShortcuts },
    null,
    { label: boardMenuWords.leave, icon: <LogOut />, onChoose: onLeave },
  ]
  return (
    <Menu label={frameWords.boardMenu} choices={choices} align="start">
      <span className="top-bar-name">{title === '' ? boardMenuWords.unnamed : title}</span>
      <ChevronDown />
    </Menu>
  )
}
