import type { SceneNote } from '../scene/note-layout.ts'
import { CORNER, hasFoot, SHADE, STACK_STEP, STRIP, textBox, wordsOn } from '../scene/note-shape.ts'
import { addressMarks, wordsMarks } from './words-marks.ts'
import type { Add, MeasureWords } from './drawing.ts'
import { footMarks } from './foot-marks.ts'
import type { PicturedFacts } from './note-facts.ts'
import { typeFill, type NoteColours, type Palette } from './palette.ts'

/** One note as it is on the wall, with what lies under it. */
export function noteMarks(
  note: SceneNote,
  facts: PicturedFacts,
  { palette, measure }: { readonly palette: Palette; readonly measure: MeasureWords },
  add: Add,
): void {
  const { rect, moment, layout } = note
  const colours = facts.faded ? palette.faded : palette.note
  beneathMarks(note, colours, add)
  paperMarks(note, colours, add)
  const inside = textBox(moment, rect.w, rect.h)
  const box = { x: rect.x + inside.x, y: rect.y + inside.y, w: inside.w }
  wordsMarks(layout, box, colours.ink, add)
  addressMarks(wordsOn(moment), layout, box, { colour: colours.ink, measure }, add)
  if (hasFoot(moment)) for (const mark of footMarks(note, facts, { colours, palette, measure })) add(mark)
}

/** A stack shows the edges of what lies beneath, of two at most. */
function beneathMarks({ rect, moment, beneath }: SceneNote, colours: NoteColours, add: Add): void {
  const { x, y, w, h } = rect
  for (let depth = Math.min(2, beneath); depth > 0; depth--) {
    const aside = depth * STACK_STEP
    const sheet = { kind: 'box', corner: 0 } as const
    add({ ...sheet, x: x + aside, y: y - aside, w, h, fill: colours.papers[moment.paper], line: null })
    const line = { colour: colours.ink2, width: 1 }
    add({ ...sheet, x: x + aside + 0.5, y: y - aside + 0.5, w: w - 1, h: h - 1, fill: null, line })
  }
}

function paperMarks({ rect, moment }: SceneNote, colours: NoteColours, add: Add): void {
  const { x, y, w, h } = rect
  const sheet = { kind: 'box', corner: CORNER, line: null } as const
  if (!moment.locked) add({ ...sheet, x, y: y + h - 2 * CORNER, w, h: 2 * CORNER + SHADE, fill: colours.shade })
  add({ ...sheet, ...rect, fill: colours.papers[moment.paper] })
  if (moment.channel !== null) {
    const { fill } = typeFill(moment.channel, colours)
    add({ kind: 'path', x, y, scale: 1, outline: stripOutline(h), fill, line: null })
  }
  const line = { colour: colours.edge, width: 1 }
  add({ ...sheet, x: x + 0.5, y: y + 0.5, w: w - 1, h: h - 1, fill: null, line })
}

/** The strip of the contact type, round where the paper is. */
function stripOutline(h: number): string {
  const [c, w] = [CORNER, STRIP]
  return `M${w} 0V${h}H${c}A${c} ${c} 0 0 1 0 ${h - c}V${c}A${c} ${c} 0 0 1 ${c} 0Z`
}
