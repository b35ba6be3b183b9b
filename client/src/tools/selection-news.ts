import type { PieceId } from '@momentous/shared/domain/piece'
import { centre, distance, intersects, type Rect } from '@momentous/shared/scene/geometry'
import { goneFromHand, selectionGone, selectionMoved } from '../words/gone-from-hand.ts'
import type { Bench } from './bench.ts'
import { keptPieces } from './kept-pieces.ts'
import { keepThere } from './keep-there.ts'

/** Whoever has selected more than this doesn't watch each of them. */
const WATCHED_MAX = 20

/** Pieces that are not on the wall any more, and pieces that lie elsewhere. */
interface Lost {
  readonly gone: readonly PieceId[]
  readonly away: readonly PieceId[]
}

/**
 * Lets go of what is selected and not on the wall any more. What somebody else took away, or moved out of sight, is told:
 * else the next key would seem to do nothing. Returns the way to stop.
 */
export function mindSelection(bench: Bench): () => void {
  const { wall, scene, selection, desk } = bench
  /** How often this person's own deeds were told of. */
  let own = 0
  let seen = placesOf(bench)
  let stands = placeOnLine(bench)
  const news: Lost[] = []
  /** An own deed is told of once it is done, and all of a deed at once. */
  const tellSoon = (before: number) =>
    queueMicrotask(() => {
      const lost = news.splice(0)
      if (own !== before) return
      tell(
        lost.flatMap(({ gone }) => gone),
        lost.flatMap(({ away }) => away),
        bench,
      )
    })
  const stops = [
    wall.subscribe(({ kind }) => {
      if (kind === 'history') own++
    }),
    selection.subscribe(() => {
      seen = placesOf(bench)
      stands = placeOnLine(bench)
      if (stands !== null) desk.stood.set(null)
      if (desk.kept.get().length > 0) desk.kept.set(keptPieces(bench))
    }),
    scene.subscribe(() => {
      const { size } = selection.pieces()
      if (size === 0) return
      const away = [...seen].flatMap(([id, rect]) => (isFarOff(id, rect, bench) ? id : []))
      const stood = stands
      const gone = keepThere(bench)
      stands = placeOnLine(bench)
      if (stands === null && gone.length > 0) desk.stood.set(stood)
      seen = placesOf(bench)
      if (gone.length + away.length === 0 || isBusy(bench)) return
      if (news.length === 0) tellSoon(own)
      news.push({ gone, away })
    }),
  ]
  return () => stops.forEach((stop) => stop())
}

/** How many notes of the line come before the selected one; null when none is selected. */
export function placeOnLine({ selection, scene }: Bench): number | null {
  const lead = selection.lead()
  const number = lead === null ? null : (scene.note(lead)?.number ?? null)
  return number === null ? null : number - 1
}

function placesOf({ selection, scene }: Bench): ReadonlyMap<PieceId, Rect> {
  const pieces = selection.pieces()
  if (pieces.size > WATCHED_MAX) return new Map()
  return new Map([...pieces].flatMap((id) => scene.piece(id) ?? []).map(({ id, rect }) => [id, rect]))
}

/** Was it in sight, and is it now more than half a window further on, where nobody sees it? */
function isFarOff(id: PieceId, from: Rect, { scene, camera }: Bench): boolean {
  const to = scene.piece(id)?.rect
  const view = camera.visible()
  if (to === undefined || !intersects(from, view) || intersects(to, view)) return false
  return distance(centre(from), centre(to)) > Math.min(view.w, view.h) / 2
}

/** What is in the hand or being typed into tells of it by itself. */
function isBusy({ live, desk }: Bench): boolean {
  return live.drag.get().size > 0 || desk.editing.get() !== null || desk.writing.get() !== null
}

function tell(gone: readonly PieceId[], away: readonly PieceId[], bench: Bench): void {
  const { wall, selection } = bench
  if (away.length > 0) {
    selection.keep((id) => !away.includes(id))
    wall.say(selectionMoved(wordsOf(away, bench), away.length))
  }
  const [first] = gone
  if (first === undefined) return
  const moment = wall.moment(first)
  if (gone.length > 1 || !moment) wall.say(selectionGone(wordsOf(gone, bench), gone.length))
  else wall.say(goneFromHand(moment.text, moment.removed ? 'bin' : 'stack'))
}

/** The words of a single piece; none of several. */
function wordsOf([id, ...more]: readonly PieceId[], { wall }: Bench): string {
  if (id === undefined || more.length > 0) return ''
  return wall.moment(id)?.text ?? wall.shape(id)?.words ?? ''
}
