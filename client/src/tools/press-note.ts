import type { Phase } from '@momentous/shared/domain/phase'
import { distance, type Point } from '@momentous/shared/scene/geometry'
import type { SceneNote } from '@momentous/shared/scene/note-layout'
import { OWN_DOT, ownDotSpots } from '@momentous/shared/scene/note-shape'
import type { Bench } from './bench.ts'

/** What pressing a note means in a phase, when it means more than selecting it. */
interface Press {
  /** Does it mean that now? Then two quick presses are two of them, and never a double click. */
  holds(note: SceneNote, bench: Bench): boolean
  act(note: SceneNote, at: Point, bench: Bench): void
}

/** A finger is wider than a dot. */
const DOT_REACH = OWN_DOT.radius + 4

/** One's own dots while the vote is open; after its close the totals stand on the notes, and nobody's dots. */
export function ownDots(wall: Pick<Bench['wall'], 'session' | 'ballot'>): Readonly<Record<string, number>> {
  return wall.session().vote.state === 'open' ? wall.ballot() : {}
}

/** A press gives a dot; a press on one's own dot takes it back, and so does any press when dots can't be stacked. */
function giveOrTakeDot(note: SceneNote, at: Point, { wall }: Bench): void {
  const own = wall.ballot()[note.id] ?? 0
  const onDot = ownDotSpots(note.rect, own).some((spot) => distance(spot, at) <= DOT_REACH)
  moveDot(note, own > 0 && (onDot || !wall.session().stacking), wall)
}

function moveDot(note: SceneNote, takes: boolean, wall: Bench['wall']): void {
  const { vote } = wall.session()
  if (vote.state !== 'open') return
  const { [note.id]: own = 0, ...others } = wall.ballot()
  const count = takes ? own - 1 : own + 1
  if (count < 0) return
  wall.act('cast-ballot', { round: vote.round, dots: count === 0 ? others : { ...others, [note.id]: count } })
}

/** The same by key: Enter gives a dot to the selected note, Delete takes one back. False where notes mean only notes. */
export function dotByKey(note: SceneNote, takes: boolean, bench: Bench): boolean {
  if (!pressOf(note, bench)) return false
  moveDot(note, takes, bench.wall)
  return true
}

const presses: Readonly<Partial<Record<Phase, Press>>> = {
  choose: {
    holds: (note, { wall }) =>
      wall.session().vote.state === 'open' && note.number !== null && wall.actor().role !== 'observer',
    act: giveOrTakeDot,
  },
}

/** The meaning of a press on this note in the current phase; undefined when it only selects. */
export function pressOf(note: SceneNote, bench: Bench): Press | undefined {
  const press = presses[bench.wall.session().phase]
  return press?.holds(note, bench) ? press : undefined
}

/** A dot sticks out over its note's edge: the note whose own dot lies under the point. */
export function noteOfDotAt(at: Point, { scene, wall }: Bench): SceneNote | undefined {
  return Object.entries(ownDots(wall))
    .flatMap(([id, count]) => {
      const note = scene.order().find((each) => each === id)
      const shown = note && scene.note(note)
      return shown ? [{ shown, count }] : []
    })
    .find(({ shown, count }) => ownDotSpots(shown.rect, count).some((spot) => distance(spot, at) <= DOT_REACH))?.shown
}
