import { Link, Users } from 'lucide-react'
import { AvatarStack } from '../controls/Avatar.tsx'
import { Button } from '../controls/Button.tsx'
import { Mark } from '../controls/Mark.tsx'
import { Tip } from '../controls/Tip.tsx'
import { SMALL, useMedia } from '../controls/use-media.ts'
import { useActor, usePeople, useSession } from '../model/use-store.ts'
import { frameWords } from '../words/frame.ts'
import { peopleWords } from '../words/people.ts'
import { BoardMenu } from './BoardMenu.tsx'
import type { BoardDialogName } from '../session/board-dialog.ts'
import { BoardTimer } from '../session/BoardTimer.tsx'
import { inOrder } from '../session/people-facts.ts'
import { SavedStatus } from '../session/SavedStatus.tsx'
import { PhaseSteps } from './PhaseSteps.tsx'
import './top-bar.css'

export type FrameDialog = Extract<
  BoardDialogName,
  'rename' | 'settings' | 'bring-back' | 'share' | 'people' | 'shortcuts' | 'commands' | 'find'
>

export interface TopBarProps {
  readonly onOpen: (dialog: FrameDialog) => void
  readonly onForm?: (() => void) | undefined
  readonly onHow: () => void
  readonly onLeave: () => void
}

export function TopBar({ onOpen, onForm, onHow, onLeave }: TopBarProps) {
  const phase = useSession((session) => session.phase)
  const title = useSession((session) => session.title)
  const { role } = useActor()
  return (
    <header className="top-bar">
      <h1 className="unseen">{title}</h1>
      <div className="top-bar-start">
        <Mark size={28} />
        <BoardMenu
          onRename={() => onOpen('rename')}
          onSettings={() => onOpen('settings')}
          onForm={onForm}
          onBringBack={() => onOpen('bring-back')}
          onHow={onHow}
          onFind={() => onOpen('find')}
          onCommands={() => onOpen('commands')}
          onShortcuts={() => onOpen('shortcuts')}
          onLeave={onLeave}
        />
        <SavedStatus />
      </div>
      <PhaseSteps phase={phase} />
      <div className="top-bar-end">
        {phase === 'lobby' && (
          <span className="top-bar-how">
            <Button look="tertiary" onClick={onHow}>
              {frameWords.howASessionRuns}
            </Button>
          </span>
        )}
        <BoardTimer />
        <PeopleButton onOpen={() => onOpen('people')} />
        {role !== 'observer' && (
          <Button icon={<Link />} onClick={() => onOpen('share')}>
            {frameWords.share}
          </Button>
        )}
      </div>
    </header>
  )
}

/** Who is here, as initials; looking on shows nobody's face. */
function PeopleButton({ onOpen }: { readonly onOpen: () => void }) {
  const { people } = usePeople()
  const small = useMedia(SMALL)
  const here = inOrder(people).filter(({ online, role }) => online && role !== 'observer')
  return (
    <Tip words={frameWords.people} side="below">
      <button type="button" className="top-bar-people" onClick={onOpen}>
        <span className="unseen">{frameWords.people}: </span>
        {small ? (
          <span className="top-bar-count t-figures">
            <Users aria-hidden />
            {here.length}
          </span>
        ) : (
          <AvatarStack names={here.map(({ name }) => (name === '' ? peopleWords.noName : name))} />
        )}
      </button>
    </Tip>
  )
}
