import { centre } from '../scene/geometry.ts'
import type { SceneNote } from '../scene/note-layout.ts'
import { BEHIND_LINE, BEHIND_WORDS, TIMELINE } from '../scene/timeline-shape.ts'
import type { Scene } from '../scene/scene.ts'
import { dotOf, outOf, stemOf } from '../scene/stem.ts'
import type { SceneStage } from '../scene/stage-scene.ts'
import { baselineAt, type Add, type DrawnLine, type PathMark } from './drawing.ts'
import type { Palette } from './palette.ts'
import { pictureWords } from './picture-words.ts'
import { wordsMarks } from './words-marks.ts'

const along = (outline: string, line: DrawnLine): PathMark => {
  return { kind: 'path', x: 0, y: 0, scale: 1, outline, fill: null, line }
}

/** The titles of the stages above the notes, and dotted dividers where they begin. The first needs none at the very start. */
export function stageMarks(stages: readonly SceneStage[], palette: Palette, add: Add): void {
  for (const { first, layout, box, divider } of stages) {
    const { x, from, to } = divider
    const line = { colour: palette.ink3, width: 1.5, dash: TIMELINE.dividerDash }
    if (first > 0) add(along(`M${x} ${from}V${to}`, line))
    wordsMarks(layout, box, palette.ink2, add)
  }
}

/** The line, the stems and the lane: everything that lies under the notes. */
export function timelineMarks(scene: Scene, notes: readonly SceneNote[], palette: Palette, add: Add): void {
  const { from, to, lane } = scene.axis()
  const line = { colour: palette.ink2, width: TIMELINE.line, round: true }
  add(along(`M${from} 0H${to}M${to - 8} -6L${to} 0L${to - 8} 6`, line))
  const stems = notes.flatMap(({ number, rect }) => (number === null ? [] : stemOf(number, rect)))
  for (const { from: dot, to: end, lead } of stems) {
    if (lead) continue
    const start = outOf(dot, end, TIMELINE.dot)
    add(along(`M${start.x} ${start.y}L${end.x} ${end.y}`, line))
  }
  const dashed = { colour: palette.ink3, width: 1, dash: TIMELINE.dash }
  for (const { from: far, to: end, lead } of stems) {
    if (lead) add(along(`M${end.x} ${end.y}L${far.x} ${far.y}`, dashed))
  }
  if (lane !== null) laneMarks(scene, notes, lane, palette, add)
}

function laneMarks(scene: Scene, notes: readonly SceneNote[], top: number, palette: Palette, add: Add): void {
  const { from, to } = scene.axis()
  const line = { colour: palette.hairline, width: TIMELINE.line, round: true }
  add(along(`M${from} ${top + BEHIND_LINE}H${to}`, line))
  const said = { text: pictureWords.behindTheScenes, width: null, size: 13, weight: 500, colour: palette.ink2 }
  const place = { x: from, y: baselineAt(top + BEHIND_WORDS, 13), rightToLeft: false, align: 'start' } as const
  add({ kind: 'words', ...said, ...place })
  const links = notes.flatMap(({ serves, rect }) => {
    if (serves === null) return []
    const x = dotOf(serves)
    const middle = centre(rect).x
    return `M${x + 3} ${TIMELINE.dot + 6}C${x + 4} ${rect.y / 2} ${middle - 6} ${rect.y / 2} ${middle} ${rect.y}`
  })
  const dashed = { ...line, colour: palette.ink2, dash: TIMELINE.dash }
  if (links.length > 0) add(along(links.join(''), dashed))
}

/** The numbered dots; those of the moments that were chosen are filled. */
export function dotMarks(scene: Scene, filled: ReadonlySet<string>, palette: Palette, add: Add): void {
  const order = scene.order()
  const line = { colour: palette.ink2, width: TIMELINE.line }
  const letters = { width: null, size: TIMELINE.number, weight: 600, rightToLeft: false, align: 'middle' } as const
  for (let number = 1; number <= scene.onTimeline(); number++) {
    const strong = filled.has(order[number - 1] ?? '')
    const x = dotOf(number)
    add({ kind: 'disc', x, y: 0, radius: TIMELINE.dot, fill: strong ? palette.ink : palette.surface, line })
    const colour = strong ? palette.paper : palette.ink
    add({ kind: 'words', text: String(number), x, y: baselineAt(0.5, TIMELINE.number), colour, ...letters })
  }
}
