import type { MomentId, ShapeId } from '@momentous/shared/domain/id'
import type { Place } from '@momentous/shared/domain/moment'
import type { Point } from '@momentous/shared/scene/geometry'
import { CLIP_MAX } from '../model/clip.ts'
import { clipboardWords, tooManyCopied } from '../words/clipboard.ts'
import { addMany, type NewMoment } from './add-many.ts'
import type { Bench } from './bench.ts'
import { clipOfSelected } from './copy-pieces.ts'
import { chosenMoments } from './chosen-moments.ts'
import { pastePieces, type PasteAt } from './paste-pieces.ts'

/** How far a copy lies from what it is a copy of, each way. */
const ASIDE = { x: 24, y: 24 }
/** More copies than these come in a row, as one change. */
const FEW = 20

/** Copies of all that is selected, a little aside; notes alone come behind their originals on the line. */
export function duplicatePieces(bench: Bench): boolean {
  const { wall, selection } = bench
  const pieces = selection.pieces()
  if (pieces.size === 0) return false
  if (pieces.size > CLIP_MAX) wall.say(tooManyCopied(CLIP_MAX))
  else if (pieces.size === selection.ids().size) duplicateNotes(bench)
  else {
    const clip = clipOfSelected(bench)
    if (clip) pastePieces(clip, bench, { by: ASIDE })
  }
  return true
}

/** Copies of all that is selected, so far from where it lies; those of notes lie as said, or behind others on the line. */
export function dropAsCopies(
  bench: Bench,
  placeOf: (id: MomentId) => Place | null,
  where: Extract<PasteAt, { readonly by: Point }>,
): void {
  const clip = clipOfSelected(bench)
  if (clip === null) return bench.wall.say(tooManyCopied(CLIP_MAX))
  const lying = ([x, y, w, h]: Place): [number, number, number, number] => [x, y, w, h]
  const moments = clip.moments.map((moment) => {
    const place = placeOf(moment.id)
    return { ...moment, place: place && lying(place) }
  })
  return pastePieces({ ...clip, moments }, bench, where)
}

/** Why nothing can be copied. */
export function duplicateRefusal({ wall, selection }: Bench): string | null {
  const pieces = selection.pieces()
  if (pieces.size === 0) return clipboardWords.selectFirst
  const note = { id: wall.newId<MomentId>(), text: '', after: 'last' } as const
  const shape = { kind: 'text', id: wall.newId<ShapeId>(), place: [0, 0, 1, 1] } as const
  const notes = selection.ids().size
  const rulings = [
    ...(notes > 0 ? [wall.check('add-moment', note)] : []),
    ...(notes < pieces.size ? [wall.check('add-shape', { ...shape, place: [0, 0, 1, 1] })] : []),
  ]
  return rulings.flatMap((ruling) => (ruling.allowed ? [] : [ruling.reason]))[0] ?? null
}

/** Copies come directly after their originals, and many of them after the last one. */
function duplicateNotes(bench: Bench): void {
  const { wall, selection } = bench
  const originals = chosenMoments(bench)
  const copies = originals.map((original): NewMoment => {
    const { text, paper, channel, setting, kind, seconds, serves, place } = original
    const aside: NewMoment['place'] = place && [place[0] + ASIDE.x, place[1] + ASIDE.y, place[2], place[3]]
    return { id: wall.newId<MomentId>(), text, paper, channel, setting, kind, seconds, serves, place: aside }
  })
  const made: MomentId[] = []
  wall.together(() => {
    if (copies.length > FEW) made.push(...addMany(copies, originals.at(-1)?.id ?? 'last', wall))
    else for (const [at, copy] of copies.entries()) made.push(...addMany([copy], originals[at]?.id ?? 'last', wall))
  })
  if (made.length > 0) selection.set(made)
}
