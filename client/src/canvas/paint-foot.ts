import type { Mark } from '@momentous/shared/drawing/drawing'
import { footMarks } from '@momentous/shared/drawing/foot-marks'
import { paintMark, type Paintbox } from '@momentous/shared/drawing/paint-marks'
import type { NoteColours } from '@momentous/shared/drawing/palette'
import { hasFoot } from '@momentous/shared/scene/note-shape'
import type { PaintTheme } from './paint-theme.ts'
import { font } from './paint-type.ts'
import type { ShownNote } from './shown-note.ts'

const paths = new Map<string, Path2D>()

function pathOf(outline: string): Path2D {
  const known = paths.get(outline)
  if (known) return known
  const path = new Path2D(outline)
  paths.set(outline, path)
  return path
}

/** The foot holds no pictures. */
const paintbox: Paintbox<Path2D, CanvasImageSource> = { pathOf, pictureOf: () => undefined, fontOf: font }

/** Left the contact type or a hint, right at most two badges. */
export function paintFoot(
  ctx: CanvasRenderingContext2D,
  { rect, note, facts }: ShownNote,
  colours: NoteColours,
  theme: PaintTheme,
): void {
  if (!hasFoot(note.moment)) return
  const measure = (text: string, size: number, weight: number) => {
    ctx.font = font(weight, size)
    return ctx.measureText(text).width
  }
  const marks: readonly Mark[] = footMarks({ rect, moment: note.moment }, facts, { colours, palette: theme, measure })
  for (const mark of marks) paintMark(ctx, mark, paintbox)
}
