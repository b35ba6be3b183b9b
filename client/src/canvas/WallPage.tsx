import {
  ClipboardPaste,
  ImagePlus,
  LocateFixed,
  Maximize,
  SeparatorVertical,
  SquareCheckBig,
  StickyNote,
  type LucideIcon,
} from 'lucide-react'
import { MenuRow } from '../controls/MenuRow.tsx'
import { useStore } from '../model/use-store.ts'
import type { Bench, OpenMenu } from '../tools/bench.ts'
import { lookOf } from '../tools/look-of.ts'
import { wallVerbs, type WallVerb } from '../tools/wall-verbs.ts'
import { frameWords } from '../words/frame.ts'
import { PictureRow } from './PictureRow.tsx'

interface WallPageProps {
  readonly bench: Bench
  readonly at: OpenMenu['at']
  readonly onDone: () => void
}

const icons: Readonly<Record<WallVerb['name'], LucideIcon>> = {
  note: StickyNote,
  stage: SeparatorVertical,
  picture: ImagePlus,
  paste: ClipboardPaste,
  all: SquareCheckBig,
  fit: Maximize,
}

/** What can be done where no piece lies. */
export function WallPage({ bench, at, onDone }: WallPageProps) {
  return (
    <>
      {wallVerbs(at, bench).map(({ name, label, refusal, act }) => {
        const Icon = icons[name]
        const choose = () => {
          onDone()
          act()
        }
        return <MenuRow key={name} choice={{ label, refusal, icon: <Icon />, onChoose: choose }} onChoose={choose} />
      })}
      <PictureRow bench={bench} onDone={onDone} />
      {bench.wall.actor().role === 'facilitator' && <BringRow bench={bench} onDone={onDone} />}
    </>
  )
}

/** Everybody looks where the facilitator looks. */
function BringRow({ bench, onDone }: Omit<WallPageProps, 'at'>) {
  const store = useStore()
  const look = lookOf(bench)
  const ruling = store.may('bring-everyone', look)
  const bring = async () => {
    onDone()
    const outcome = await store.ask('bring-everyone', look)
    if (!outcome.ok) store.say(outcome.reason)
  }
  const refusal = ruling.allowed ? null : ruling.reason
  const choice = { label: frameWords.bringEveryone, refusal, icon: <LocateFixed />, onChoose: () => void bring() }
  return <MenuRow choice={choice} onChoose={() => void bring()} />
}
