import type { Phase } from '@momentous/shared/domain/phase'
import { distance, type Point } from '../model/geometry.ts'
import type { SceneNote } from '../model/note-scene.ts'
import { OWN_DOT, ownDotSpots } from '../model/note-shape.ts'
import type { Bench } from './bench.ts'

/** What pressing a note means in a phase, when it means more than selecting it. */
interface Press {
  /** Does it mean that now? Then two quick presses are two of them, and never a double click. */
  holds(note: SceneNote, bench: Bench): boolean
  act(note: SceneNote, at: Point, bench: Bench): void
}

/** A finger is wider than a dot. */
const DOT_REACH = OWN_DOT.radius + 4

/** A press gives a dot; a press on one's own dot takes it back, and so does any press when dots can't be stacked. */
function giveOrTakeDot(note: SceneNote, at: Point, { wall }: Bench): void {
  const { vote, stacking } = wall.session()
  if (vote.state !== 'open') return
  const ballot = wall.ballot()
  const own = ballot[note.id] ?? 0
  const onDot = ownDotSpots(note.rect, own).some((spot) => distance(spot, at) <= DOT_REACH)
  const takes = own > 0 && (onDot || !stacking)
  const { [note.id]: _own, ...others } = ballot
  const count = takes ? own - 1 : own + 1
  wall.act('cast-ballot', { round: vote.round, dots: count === 0 ? others : { ...others, [note.id]: count } })
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
  return Object.entries(wall.ballot())
    .flatMap(([id, count]) => {
      const note = scene.order().find((each) => each === id)
      const shown = note && scene.note(note)
      return shown ? [{ shown, count }] : []
    })
    .find(({ shown, count }) => ownDotSpots(shown.rect, count).some((spot) => distance(spot, at) <= DOT_REACH))?.shown
}
