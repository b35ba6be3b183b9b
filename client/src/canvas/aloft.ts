import type { MomentId } from '@momentous/shared/domain/id'
import type { Place } from '@momentous/shared/domain/moment'
import type { PieceId } from '@momentous/shared/domain/piece'
import type { End } from '@momentous/shared/domain/shape'
import type { FrameClock } from '../model/flight.ts'
import { grow, intersects, type Rect } from '@momentous/shared/scene/geometry'
import type { SceneNote } from '@momentous/shared/scene/note-layout'
import type { Scene, ScenePiece } from '@momentous/shared/scene/scene'
import type { SceneConnector } from '@momentous/shared/scene/shape-layout'
import type { Bench } from '../tools/bench.ts'
import { connectorsPulled } from '../tools/pulls.ts'
import { createGlides, type Glides } from './glides.ts'
import { steppedAside } from './make-room.ts'
import { shapeInHand } from './note-painter.ts'
import { LIFT } from './paint-note.ts'

/** Notes this far out of sight need not be seen on their way. */
const MARGIN = 200
/** More notes than this are put down at once: they all jump. */
const MANY = 200

/** What is not at rest at the moment: in somebody's hand, on its way, or stepping aside for a note that is dragged. */
export interface Aloft {
  /** Looks anew at what moved and who holds what. Answers the pieces that took off or landed: they look different at rest. */
  look(moved: ReadonlyMap<PieceId, Rect>): readonly PieceId[]
  has(id: PieceId): boolean
  /** In somebody's hand, here or elsewhere, and where it is. */
  held(): ReadonlyMap<PieceId, Place>
  /** On its way or stepping aside, and where it is now. */
  travelling(): readonly (readonly [note: SceneNote, rect: Rect])[]
  /** Connectors that are held, or follow what is held or on its way, as they are now. */
  following(): readonly SceneConnector[]
  /** Where the note is drawn now. */
  shown(note: SceneNote): Rect
  /** Where any piece is drawn now, and how large. */
  rectOf(id: PieceId): Rect | undefined
  running(): boolean
}

/** Pieces in somebody's hand. */
export function heldPieces({ live, wall }: Bench): ReadonlyMap<PieceId, Place> {
  const own = live.drag.get()
  const dragging = wall.presence.peers().filter(({ drag }) => drag.size > 0)
  return dragging.length === 0 ? own : new Map<PieceId, Place>([...dragging.flatMap(({ drag }) => [...drag]), ...own])
}

/** Who is up at the moment, and why. */
interface Up {
  readonly held: ReadonlyMap<PieceId, Place>
  readonly aside: ReadonlyMap<MomentId, Rect>
  /** Held only as their copies: they themselves lie at rest. */
  readonly copied: ReadonlyMap<PieceId, Place>
}

export function createAloft(bench: Bench, clock: FrameClock): Aloft {
  const { scene } = bench
  const glides = createGlides(clock)
  let ids: ReadonlySet<PieceId> = new Set()
  let up: Up = { held: new Map(), aside: new Map(), copied: new Map() }
  let tied: readonly SceneConnector[] = []
  const shown = (note: SceneNote) => shownAt(note, up, glides, scene)
  const rectOf = (id: PieceId): Rect | undefined => {
    const piece = scene.piece(id)
    if (piece?.kind === 'note') return shown(piece)
    const place = up.held.get(id)
    return piece && place ? heldRect(piece, place, scene) : piece?.rect
  }

  return {
    shown,
    rectOf,
    look(moved) {
      glides.running()
      const from = placesOf(up, scene, shown)
      const before = up
      const { drag, copying } = bench.live
      up = { held: heldPieces(bench), aside: steppedAside(bench), copied: copying.get() ? drag.get() : new Map() }
      setOff({ bench, glides, before, now: up }, from, moved)
      const gone = [...up.held.keys()].filter((id) => !up.copied.has(id))
      const now = new Set<PieceId>([...gone, ...up.aside.keys(), ...glides.ids()])
      const pulled = pulledConnectors(bench)
      tied = tiedTo(now, scene).filter(({ id }) => !pulled.has(id))
      for (const { id } of tied) now.add(id)
      for (const id of pulled) now.add(id)
      const changed = [...now].filter((id) => !ids.has(id)).concat([...ids].filter((id) => !now.has(id)))
      ids = now
      return changed
    },
    has: (id) => ids.has(id),
    held: () => up.held,
    following: () => tied.map((connector) => scene.tied(connector, rectOf, up.held.get(connector.id))),
    travelling() {
      const all = new Set<PieceId>([...up.aside.keys(), ...glides.ids()])
      return [...all].flatMap((id) => {
        const note = up.held.has(id) ? undefined : scene.note(id)
        return note ? [[note, shown(note)] as const] : []
      })
    },
    running: glides.running,
  }
}

/** The connectors of which an end is in somebody's hand: they are painted as that has them. */
function pulledConnectors(bench: Bench): ReadonlySet<PieceId> {
  const shape = bench.live.shape.get()
  const own = shape?.kind === 'connector' && shape.of ? [shape.of.id] : []
  return new Set<PieceId>([...own, ...connectorsPulled(bench).map(({ of }) => of.id)])
}

/** A shape in a hand may have another size, a stroke never has. */
function heldRect(piece: ScenePiece, place: Place, scene: Scene): Rect {
  if (piece.kind === 'text' || piece.kind === 'area' || piece.kind === 'image') return scene.lying(piece, place).rect
  return { ...piece.rect, x: place[0], y: place[1] }
}

/** The connectors that hold on to any of these, or are among them. */
function tiedTo(ids: ReadonlySet<PieceId>, scene: Pick<Scene, 'connectors'>): readonly SceneConnector[] {
  if (ids.size === 0) return []
  const follows = (end: End) => 'at' in end && ids.has(end.at)
  return scene.connectors().filter(({ id, shape }) => ids.has(id) || follows(shape.from) || follows(shape.to))
}

function onItsWay(id: MomentId, to: Rect, glides: Glides): Rect {
  const offset = glides.offset(id)
  return offset === null ? to : { ...to, x: to.x + offset.x, y: to.y + offset.y }
}

function shownAt(note: SceneNote, { held, aside }: Up, glides: Glides, scene: Scene): Rect {
  const place = held.get(note.id)
  if (!place) return onItsWay(note.id, aside.get(note.id) ?? note.rect, glides)
  const { rect } = shapeInHand(note, place, scene)
  return { ...rect, y: rect.y - LIFT }
}

/** Where notes are drawn that are in a hand or have stepped aside: that is where their next way begins. */
function placesOf({ held, aside }: Up, scene: Scene, shown: (note: SceneNote) => Rect): ReadonlyMap<PieceId, Rect> {
  if (held.size > MANY) return new Map()
  const places = new Map<PieceId, Rect>()
  for (const id of [...held.keys(), ...aside.keys()]) {
    const note = scene.note(id)
    if (note) places.set(id, shown(note))
  }
  return places
}

interface SettingOff {
  readonly bench: Bench
  readonly glides: Glides
  readonly before: Up
  readonly now: Up
}

/** Whatever was let go, moved or made room sets off from where it was seen. */
function setOff(
  { bench, glides, before, now }: SettingOff,
  from: ReadonlyMap<PieceId, Rect>,
  moved: ReadonlyMap<PieceId, Rect>,
): void {
  const { scene, camera } = bench
  const seen = grow(camera.visible(), MARGIN)
  const { zoom } = camera.view()
  const depart = (id: PieceId, start: (note: SceneNote) => Rect) => {
    const note = now.held.has(id) ? undefined : scene.note(id)
    if (!note) return
    const to = now.aside.get(note.id) ?? note.rect
    const at = start(note)
    if (!intersects(at, seen) && !intersects(to, seen)) return
    glides.depart(note.id, at, to, { hand: note.moment.place !== null, zoom })
  }
  const { held, aside } = before
  for (const [id, rect] of from) {
    if (before.copied.has(id)) continue
    const note = scene.note(id)
    const stays = !held.has(id) && note && aside.get(note.id)?.x === now.aside.get(note.id)?.x
    if (!stays) depart(id, () => rect)
  }
  for (const [id, rect] of moved) if (!held.has(id)) depart(id, (note) => onItsWay(note.id, rect, glides))
  for (const id of now.aside.keys()) {
    if (!aside.has(id) && !held.has(id)) depart(id, (note) => onItsWay(note.id, note.rect, glides))
  }
}
