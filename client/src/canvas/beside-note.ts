import type { Rect } from '@momentous/shared/scene/geometry'
import type { SceneNote } from '@momentous/shared/scene/note-layout'
import type { Bench } from '../tools/bench.ts'

const ABOVE_NOTE = 8
/** The handles of a selected note need their own room. */
const ABOVE_RING = 18
/** The row's size with its padding, and how near to the line the numbers reach, in px. */
const ROW = { w: 124, h: 50 }
const NUMBER = 16
/** So much nearer to the panels than what is fitted beside them it may stand. */
const NEAR = 12

type Where = Pick<Bench, 'camera' | 'selection' | 'scene'>

/**
 * Flush with the note's right edge; below a note under the line, where it would cover that note's number, and below one that
 * has no room above it, where it would cover its words. One that has neither has it at its side, where nothing else lies. Never
 * under a panel.
 */
export function besideNote({ id, rect, number }: SceneNote, where: Where) {
  const { camera, selection } = where
  const corner = camera.toScreen({ x: rect.x + rect.w, y: rect.y })
  const gap = selection.has(id) ? ABOVE_RING : ABOVE_NOTE
  const line = camera.toScreen({ x: 0, y: 0 }).y
  const end = camera.toScreen({ x: rect.x, y: rect.y + rect.h }).y
  const free = camera.free()
  const top = corner.y - gap
  const covers = number !== null && top > line - NUMBER && top - ROW.h < line + NUMBER
  const x = Math.round(corner.x)
  const above = !covers && top - ROW.h >= free.y - NEAR
  const below = end >= free.y && end + gap + ROW.h <= free.y + free.h + NEAR
  const beside = above || below ? null : atSide(rect, gap, where)
  if (beside) return { transform: `translate(${Math.round(beside.x)}px, ${Math.round(beside.y)}px)` }
  if (above || (!covers && !below)) {
    // Of a note that is out of sight itself nothing has to be seen.
    const y = Math.min(Math.max(top, free.y - NEAR + ROW.h), Math.max(top, end))
    return { transform: `translate(${x}px, ${Math.round(y)}px) translate(-100%, -100%)` }
  }
  const bottom = end + gap
  const y = Math.max(Math.min(bottom, free.y + free.h + NEAR - ROW.h), Math.min(bottom, corner.y))
  return { transform: `translate(${x}px, ${Math.round(y)}px) translateX(-100%)` }
}

/** At the left or right of a tall note's end that is in sight, where no other note lies; null where there is no such place. */
function atSide(rect: Rect, gap: number, { camera, scene }: Where): Rect | null {
  const free = camera.free()
  const from = camera.toScreen(rect)
  const { zoom } = camera.view()
  const y = Math.min(from.y + rect.h * zoom, free.y + free.h) - ROW.h
  if (y < from.y) return null
  const sides = [from.x - gap - ROW.w, from.x + rect.w * zoom + gap]
  const boxes = sides.map((x) => ({ x, y, ...ROW }))
  const bare = ({ x, w }: Rect) => {
    const at = camera.toBoard({ x, y })
    const clear = scene.notesIn({ ...at, w: w / zoom, h: ROW.h / zoom }).length === 0
    return x >= free.x && x + w <= free.x + free.w + NEAR && clear
  }
  return boxes.find(bare) ?? null
}
