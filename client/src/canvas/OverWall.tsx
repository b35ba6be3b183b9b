import { useEffect, useRef, type RefObject } from 'react'
import { lazyPart } from '../controls/lazy-part.ts'
import { PartPlace } from '../controls/PartPlace.tsx'
import { useSettled } from '../controls/use-settled.ts'
import { useCell } from '../model/use-cell.ts'
import { useVisibleHeight } from '../model/use-visible-height.ts'
import { listenForMenu } from '../tools/ask-for-menu.ts'
import type { Bench } from '../tools/bench.ts'
import { listenForImages } from '../tools/images.ts'
import { listenToKeyboard } from '../tools/keyboard.ts'
import { listenForLinks } from '../tools/open-link.ts'
import { listenToPointer } from '../tools/pointer.ts'
import type { Toolbox } from '../tools/toolbox.ts'
import { BackToTimeline } from './BackToTimeline.tsx'
import { EdgeNews } from './EdgeNews.tsx'
import { FollowingFrame } from './FollowingFrame.tsx'
import { NoteEditor } from './NoteEditor.tsx'
import { QuickActions } from './QuickActions.tsx'
import { SeveralActions } from './SeveralActions.tsx'
import { ShapeActions } from './ShapeActions.tsx'
import { ShapeEditor } from './ShapeEditor.tsx'
import { StageEditor } from './StageEditor.tsx'
import { useWallNews } from './use-wall-news.ts'
import { WallMirror } from './WallMirror.tsx'

const NoteMenu = lazyPart(async () => (await import('./NoteMenu.tsx')).NoteMenu)

interface OverWallProps {
  readonly bench: Bench
  readonly toolbox: Toolbox
  readonly wall: RefObject<HTMLElement | null>
  /** From now on hands and keys are listened to. */
  readonly onHands: () => void
}

/** What the page lays over the wall: fields to type in, rows of verbs, the menu, and the wall in sentences. And what hands and keys do. */
export function OverWall({ bench, toolbox, wall, onHands }: OverWallProps) {
  const told = useRef(onHands)
  useEffect(() => {
    if (!wall.current) return undefined
    const element = wall.current
    const hearing = [listenToPointer, listenToKeyboard, listenForMenu, listenForImages, listenForLinks]
    const stops = hearing.map((listen) => listen(element, bench, toolbox))
    told.current()
    return () => stops.forEach((stop) => stop())
  }, [bench, toolbox, wall])
  useVisibleHeight()
  useWallNews(bench, toolbox)
  const menu = useCell(bench.desk.menu)
  const settled = useSettled()
  useEffect(() => {
    if (settled) NoteMenu.fetch()
  }, [settled])
  return (
    <>
      <QuickActions bench={bench} toolbox={toolbox} />
      <NoteEditor bench={bench} />
      <ShapeEditor bench={bench} />
      <StageEditor bench={bench} />
      <ShapeActions bench={bench} toolbox={toolbox} />
      <SeveralActions bench={bench} toolbox={toolbox} />
      <BackToTimeline bench={bench} />
      <FollowingFrame bench={bench} />
      <EdgeNews bench={bench} />
      {menu !== null && (
        <PartPlace onDrop={() => bench.desk.menu.set(null)}>
          <NoteMenu bench={bench} wall={wall} />
        </PartPlace>
      )}
      <WallMirror bench={bench} wall={wall} />
    </>
  )
}
