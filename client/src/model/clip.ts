import { coordinate, channelId, end, id, imageFile, placed, words } from '@momentous/shared/board/schemas'
import { settingOrder } from '@momentous/shared/domain/contact-type'
import type { GroupId, MomentId, ShapeId, StrokeId } from '@momentous/shared/domain/id'
import type { PieceId } from '@momentous/shared/domain/piece'
import { kinds, MOMENT_TEXT_MAX, papers } from '@momentous/shared/domain/moment'
import { penOrder, penWidths } from '@momentous/shared/domain/pen'
import { SHAPE_WORDS_MAX, textSizes, tints } from '@momentous/shared/domain/shape'
import { STROKE_POINTS_MAX } from '@momentous/shared/domain/stroke'
import * as v from 'valibot'
import { CLIP_ATTRIBUTE } from './carried.ts'

/** So many pieces are copied at once; of more, only the words. */
export const CLIP_MAX = 2_000
/** What a clip of another program may be as long as, at most. */
const HTML_MAX = 16_000_000

const group = v.nullable(id<GroupId>())
const shape = { id: id<ShapeId>(), words: words(SHAPE_WORDS_MAX), tint: v.picklist(tints), group }
const moment = v.object({
  id: id<MomentId>(),
  text: words(MOMENT_TEXT_MAX),
  place: v.nullable(placed),
  paper: v.picklist(papers),
  channel: v.nullable(channelId),
  /** What the board calls a contact type of its own: another board knows it by its name alone. */
  channelName: v.nullable(words(80)),
  setting: v.nullable(v.picklist(settingOrder)),
  kind: v.picklist(kinds),
  seconds: v.nullable(v.number()),
  serves: v.nullable(id<MomentId>()),
  group,
})
const anyShape = v.variant('kind', [
  v.object({ kind: v.literal('text'), ...shape, place: placed, size: v.picklist(textSizes) }),
  v.object({ kind: v.literal('area'), ...shape, place: placed }),
  v.object({ kind: v.literal('connector'), ...shape, from: end, to: end }),
  v.object({ kind: v.literal('image'), ...shape, place: placed, image: imageFile }),
])
const stroke = v.object({
  id: id<StrokeId>(),
  pen: v.picklist(penOrder),
  width: v.picklist(penWidths),
  points: v.pipe(v.array(coordinate), v.maxLength(STROKE_POINTS_MAX * 3)),
  group,
})

const limited = <Schema extends v.GenericSchema>(schema: Schema) => v.pipe(v.array(schema), v.maxLength(CLIP_MAX))
const clip = v.object({
  version: v.literal(1),
  /** In the timeline's order. */
  moments: limited(moment),
  shapes: limited(anyShape),
  strokes: limited(stroke),
  /** All of them from back to front, where somebody has put any before or behind others. */
  lying: v.optional(v.pipe(v.array(id<PieceId>()), v.maxLength(CLIP_MAX))),
})

/** Pieces on their way to a clipboard, to this board or another. Places and lines lie as they did on their own wall. */
export type Clip = v.InferOutput<typeof clip>
export type ClippedMoment = Clip['moments'][number]
export type ClippedShape = Clip['shapes'][number]

/** A table of the words that also holds the pieces; programs that know nothing of them see the table. */
export function htmlOf(rows: readonly (readonly string[])[], pieces: Clip | null): string {
  const cells = rows.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`)
  const held = pieces === null ? '' : ` ${CLIP_ATTRIBUTE}="${encodeURIComponent(JSON.stringify(pieces))}"`
  return `<meta charset="utf-8"><table${held}>${cells.join('')}</table>`
}

/** The pieces that an HTML from the clipboard holds; null for one from elsewhere, and for anything damaged. */
export function clipOf(html: string): Clip | null {
  if (html.length > HTML_MAX) return null
  const held = new RegExp(`\\s${CLIP_ATTRIBUTE}="([^"]*)"`).exec(html)?.[1]
  if (held === undefined) return null
  try {
    const read = v.safeParse(clip, JSON.parse(decodeURIComponent(held)))
    return read.success ? read.output : null
  } catch {
    return null
  }
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
