import {
  CircleQuestionMark,
  Command,
  ImageDown,
  Keyboard,
  LayoutDashboard,
  Link,
  LogOut,
  Menu as MenuIcon,
  Moon,
  Pencil,
  Search,
  Settings,
  Sun,
  Table,
  Upload,
  Users,
} from 'lucide-react'
import { Menu } from '../controls/Menu.tsx'
import type { MenuChoice } from '../controls/MenuRow.tsx'
import { useActor, useSession } from '../model/use-store.ts'
import type { BoardDialogName } from '../session/board-dialog.ts'
import { hasWall } from '../session/has-wall.ts'
import { useShownTheme } from '../session/use-shown-theme.ts'
import { chooseTheme, otherTheme } from '../theme/theme.ts'
import { boardMenuWords } from '../words/board-menu.ts'
import { commandWords, shortcutWords } from '../words/commands.ts'
import { findWords } from '../words/find.ts'
import { frameWords } from '../words/frame.ts'
import { listWords } from '../words/list.ts'

/** What stands around every screen of a board, and opens outside the list. */
export interface AroundTheList {
  readonly onOpen: (dialog: BoardDialogName) => void
  readonly onHow: () => void
  readonly onLeave: () => void
  readonly onWall: () => void
}

export interface ListMenuProps extends AroundTheList {
  readonly onForm: () => void
}

/** Everything that belongs to the board as a whole, behind one button. */
export function ListMenu({ onOpen, onHow, onLeave, onWall, onForm }: ListMenuProps) {
  const { role } = useActor()
  const dark = useShownTheme() === 'dark'
  const walled = useSession((session) => hasWall(session.phase))
  const steering: readonly MenuChoice[] = [
    { label: listWords.settings, icon: <Settings />, onChoose: () => onOpen('settings') },
    { label: listWords.rename, icon: <Pencil />, onChoose: () => onOpen('rename') },
    { label: boardMenuWords.bringBack, icon: <Upload />, onChoose: () => onOpen('bring-back') },
  ]
  const choices: readonly (MenuChoice | null)[] = [
    ...(role === 'observer' ? [] : [{ label: frameWords.share, icon: <Link />, onChoose: () => onOpen('share') }]),
    { label: frameWords.people, icon: <Users />, onChoose: () => onOpen('people') },
    { label: listWords.form, icon: <Table />, onChoose: onForm },
    { label: frameWords.savePicture, icon: <ImageDown />, onChoose: () => onOpen('picture') },
    ...(role === 'facilitator' ? steering : []),
    null,
    {
      label: findWords.title,
      icon: <Search />,
      refusal: walled ? null : findWords.oneAtATime,
      onChoose: () => onOpen('find'),
    },
    { label: listWords.switchToWall, icon: <LayoutDashboard />, shortcut: 'Shift+L', onChoose: onWall },
    {
      label: dark ? frameWords.switchToLight : frameWords.switchToDark,
      icon: dark ? <Sun /> : <Moon />,
      onChoose: () => chooseTheme(otherTheme()),
    },
    { label: listWords.howItRuns, icon: <CircleQuestionMark />, onChoose: onHow },
    { label: commandWords.allOfIt, icon: <Command />, onChoose: () => onOpen('commands') },
    { label: shortcutWords.title, icon: <Keyboard />, onChoose: () => onOpen('shortcuts') },
    { label: listWords.leave, icon: <LogOut />, onChoose: onLeave },
  ]
  return (
    <Menu label={listWords.menu} choices={choices}>
      <MenuIcon />
      <span className="unseen">{listWords.menu}</span>
    </Menu>
  )
}
