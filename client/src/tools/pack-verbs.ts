import { pack } from '../model/arrange.ts'
import { centre, contains } from '@momentous/shared/scene/geometry'
import type { SceneArea } from '@momentous/shared/scene/shape-layout'
import { arrangeWords as words } from '../words/arranging.ts'
import { move, ruled, unitOf, unitsFrom, type ArrangeVerb, type Unit } from './arranged-units.ts'
import type { Bench } from './bench.ts'

/** Between an area's border and what is laid in it. */
const INSIDE = 24

/** The selected notes that lie away from the timeline. */
function freeNotes(bench: Bench): readonly Unit[] {
  const ids = [...bench.selection.ids()].filter((id) => bench.wall.moment(id)?.place !== null)
  return ids.flatMap((id) => unitOf([id], bench))
}

const allLocked = (units: readonly Unit[]) => (units.every(({ locked }) => locked) ? words.locked : null)

export const packNotes: ArrangeVerb = {
  label: words.pack,
  keys: [],
  refusal(bench) {
    const notes = freeNotes(bench)
    return notes.length < 2 ? words.packFree : (ruled(bench) ?? allLocked(notes))
  },
  act: (bench) => move(freeNotes(bench), pack(freeNotes(bench)), bench),
}

/** The only selected area. */
function chosenArea({ selection, scene }: Bench): SceneArea | null {
  const areas = [...selection.pieces()].map((id) => scene.piece(id)).filter((piece) => piece?.kind === 'area')
  return areas.length === 1 ? (areas[0] ?? null) : null
}

/** What lies in it with its middle, but for ink, connectors and what the timeline has in order. */
function contentOf({ id, rect }: SceneArea, bench: Bench): readonly Unit[] {
  const inside = bench.scene.piecesIn(rect).filter((piece) => {
    if (piece.id === id || piece.kind === 'stroke' || piece.kind === 'connector') return false
    if (piece.kind === 'note' && piece.moment.place === null) return false
    return contains(rect, centre(piece.rect))
  })
  return unitsFrom(
    inside.map((piece) => piece.id),
    bench,
  )
}

export const packArea: ArrangeVerb = {
  label: words.packArea,
  keys: [],
  refusal(bench) {
    const area = chosenArea(bench)
    if (!area) return words.areaFirst
    const content = contentOf(area, bench)
    return content.length < 2 ? words.packEmpty : (ruled(bench) ?? allLocked(content))
  },
  act(bench) {
    const area = chosenArea(bench)
    if (!area) return
    const content = contentOf(area, bench)
    const { x, y, w } = area.rect
    const frame = { x: x + INSIDE, y: y + INSIDE, w: w - 2 * INSIDE }
    move(content, pack(content, frame), bench)
  },
}
