import {
  Clock,
  Copy,
  ExternalLink,
  Layers,
  LayoutGrid,
  Lock,
  LockOpen,
  Palette,
  Pencil,
  Shapes,
  SquareSplitVertical,
  Trash2,
  Undo2,
  Waypoints,
  type LucideIcon,
} from 'lucide-react'
import { Fragment, useEffect, type RefObject } from 'react'
import { FloatingMenu } from '../controls/FloatingMenu.tsx'
import { MenuRow } from '../controls/MenuRow.tsx'
import { useCell } from '../model/use-cell.ts'
import type { Bench, NotePage, OpenMenu } from '../tools/bench.ts'
import { chosenMoments } from '../tools/chosen-moments.ts'
import { noteVerbs, type NoteVerb, type NoteVerbName } from '../tools/note-verbs.ts'
import { wallMenuWords } from '../words/wall-menu.ts'
import { arrangeWords } from '../words/arranging.ts'
import { noteMenuWords } from '../words/canvas.ts'
import { stageWords } from '../words/stages.ts'
import { ArrangePage } from './ArrangePage.tsx'
import { KindPage, SecondsPage, ServesPage } from './NoteChoices.tsx'
import { LookPage } from './LookPage.tsx'
import { PictureRow } from './PictureRow.tsx'
import { StagePage } from './StagePage.tsx'
import { useScene } from './use-scene.ts'
import { WallPage } from './WallPage.tsx'

export interface NoteMenuProps {
  readonly bench: Bench
  readonly wall: RefObject<HTMLElement | null>
}

/** What can be done with what is selected or on the bare wall, beside the note or where it was asked for. */
export function NoteMenu({ bench, wall }: NoteMenuProps) {
  const open = useCell(bench.desk.menu)
  return open && <OpenNoteMenu key={open.page} open={open} bench={bench} wall={wall} />
}

const titles: Readonly<Record<NotePage, string>> = {
  wall: wallMenuWords.title,
  stage: stageWords.menu,
  verbs: noteMenuWords.menu,
  arrange: arrangeWords.title,
  look: noteMenuWords.look,
  kind: noteMenuWords.kind,
  serves: noteMenuWords.serves,
  seconds: noteMenuWords.seconds,
}

function OpenNoteMenu({ open, bench, wall }: NoteMenuProps & { readonly open: OpenMenu }) {
  useScene(bench)
  const { page } = open
  const [moment] = chosenMoments(bench)
  const isOfNotes = page !== 'wall' && page !== 'arrange' && page !== 'stage'
  const gone = isOfNotes ? moment === undefined : page === 'arrange' && bench.selection.pieces().size === 0
  useEffect(() => {
    if (gone) bench.desk.menu.set(null)
  }, [gone, bench])
  if (gone) return null

  const close = () => {
    bench.desk.menu.set(null)
    // Elsewhere the press that closed it takes the focus along.
    wall.current?.focus({ preventScroll: true })
  }
  const part = moment && { bench, moment, onDone: close }
  return (
    <FloatingMenu label={titles[page]} at={() => inWindow(open, wall.current)} onClose={close}>
      {page === 'wall' && <WallPage bench={bench} at={open.at} onDone={close} />}
      {page === 'stage' && <StagePage bench={bench} id={open.stage} onDone={close} />}
      {page === 'verbs' && <VerbsPage bench={bench} at={open.at} onDone={close} />}
      {page === 'arrange' && <ArrangePage bench={bench} onDone={close} />}
      {page === 'look' && <LookPage bench={bench} onDone={close} />}
      {part && page === 'kind' && <KindPage {...part} at={open.at} />}
      {part && page === 'serves' && <ServesPage {...part} />}
      {part && page === 'seconds' && <SecondsPage {...part} />}
    </FloatingMenu>
  )
}

function inWindow({ at }: OpenMenu, wall: HTMLElement | null): DOMRect {
  const box = wall?.getBoundingClientRect()
  return new DOMRect(at.x + (box?.left ?? 0), at.y + (box?.top ?? 0), at.w, at.h)
}

const icons: Readonly<Record<NoteVerbName, LucideIcon>> = {
  edit: Pencil,
  link: ExternalLink,
  look: Palette,
  kind: Shapes,
  serves: Waypoints,
  seconds: Clock,
  lock: Lock,
  stack: Layers,
  unstack: SquareSplitVertical,
  duplicate: Copy,
  tidy: Undo2,
  arrange: LayoutGrid,
  remove: Trash2,
}
/** Keys that do the same on the wall. */
const keys: Readonly<Partial<Record<NoteVerbName, string>>> = { edit: 'Enter', remove: 'Delete' }
/** A line stands before these. */
const startsGroup: ReadonlySet<NoteVerbName> = new Set(['lock', 'remove'])

interface VerbsPageProps {
  readonly bench: Bench
  readonly at: OpenMenu['at']
  readonly onDone: () => void
}

function VerbsPage({ bench, at, onDone }: VerbsPageProps) {
  const choose = ({ page, act }: NoteVerb) => {
    if (page !== null) return bench.desk.menu.set({ page, at })
    onDone()
    act()
  }
  // With several of them in the hand, what is for one alone is no choice.
  const verbs = noteVerbs(bench).filter(({ refusal }) => refusal !== noteMenuWords.oneAtATime)
  return verbs.map((verb) => (
    <Fragment key={verb.name}>
      {verb.name === 'remove' && <PictureRow bench={bench} onDone={onDone} />}
      {startsGroup.has(verb.name) && <hr className="menu-line" />}
      <MenuRow choice={choiceOf(verb, () => choose(verb))} onChoose={() => choose(verb)} />
    </Fragment>
  ))
}

function choiceOf({ name, label, refusal }: NoteVerb, onChoose: () => void) {
  const Icon = name === 'lock' && label === noteMenuWords.unlock ? LockOpen : icons[name]
  const shortcut = keys[name]
  return { label, refusal, icon: <Icon />, onChoose, ...(shortcut !== undefined && { shortcut }) }
}
