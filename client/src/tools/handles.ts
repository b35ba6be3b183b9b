import type { PieceId } from '@momentous/shared/domain/piece'
import { around, distance, type Point, type Rect, type Size } from '@momentous/shared/scene/geometry'
import { leastOf, type Bounds, type Corner } from '../model/resize.ts'
import type { ScenePiece } from '@momentous/shared/scene/scene'
import type { Bench } from './bench.ts'
import { RING_GAP } from './ring.ts'
import type { Contact } from './tool.ts'

export const HANDLE = 10
/** How far from a handle's middle a press still takes it: half of 24 px, the hit size. */
const HANDLE_REACH = 12
/** The same for a finger, half of 44 px; of what is small on the screen, enough stays to be dragged. */
const FINGER_REACH = 22
const FINGER_SHARE = 1 / 3

const corners: readonly Corner[] = [
  { x: -1, y: -1 },
  { x: 1, y: -1 },
  { x: 1, y: 1 },
  { x: -1, y: 1 },
]
const sides: readonly Corner[] = [
  { x: -1, y: 0 },
  { x: 1, y: 0 },
]

/** Whoever selects more than this doesn't mean their size: and it is looked at with every frame. */
const MANY = 200

interface Handles extends Bounds {
  readonly corners: readonly Corner[]
}

/** How each kind can be pulled; free text is as high as its words. */
const handlesOf: Readonly<Partial<Record<ScenePiece['kind'], Handles>>> = {
  note: { corners, least: { w: 120, h: 72 }, keeps: false },
  area: { corners, least: { w: 40, h: 40 }, keeps: false },
  image: { corners, least: { w: 24, h: 24 }, keeps: true },
  text: { corners: sides, least: { w: 48, h: 1 }, keeps: false },
}

/** What is selected and can be pulled larger or smaller: one piece, or several as one. */
export interface Handled extends Handles {
  readonly pieces: readonly ScenePiece[]
  /** Around all of them. */
  readonly rect: Rect
}

function isLoose(piece: ScenePiece): boolean {
  if (handlesOf[piece.kind] === undefined) return false
  if (piece.kind === 'note') return !piece.moment.locked
  return piece.kind !== 'stroke' && !piece.shape.locked
}

/** The rule is the same for all notes, and for all shapes. */
function maySize(pieces: readonly ScenePiece[], { wall }: Bench): boolean {
  const note = pieces.find((piece) => piece.kind === 'note')
  const shape = pieces.flatMap(({ id }) => wall.shape(id) ?? [])[0]
  if (note && !wall.check('place-moments', { places: [{ id: note.id, place: null }] }).allowed) return false
  return !shape || wall.check('place-shapes', { places: [{ id: shape.id }] }).allowed
}

const leastSize = ({ kind, rect }: ScenePiece): { readonly rect: Rect; readonly least: Size } => {
  return { rect, least: handlesOf[kind]?.least ?? { w: 1, h: 1 } }
}

/** A tidy note among others has no size of its own to be changed with theirs: the line would come apart. */
function asOne(pieces: readonly ScenePiece[]): boolean {
  return pieces.every((piece) => piece.kind !== 'note' || piece.moment.place !== null)
}

/** What has handles now; locked pieces have none, nor has anything that is being typed into. */
export function handled(bench: Bench): Handled | null {
  const { selection, scene, desk } = bench
  if (desk.editing.get() !== null || desk.writing.get() !== null) return null
  if (selection.pieces().size > MANY) return null
  const selected = [...selection.pieces()].flatMap((id) => scene.piece(id) ?? [])
  const pieces = selected.filter(isLoose)
  const [first, ...others] = pieces
  const own = first && handlesOf[first.kind]
  if (!own || !first || !maySize(pieces, bench)) return null
  if (others.length === 0) return selected.length > 1 ? null : { ...own, pieces, rect: first.rect }
  const rect = around(pieces.map((piece) => piece.rect))
  if (rect === null || !asOne(selected)) return null
  return { pieces, rect, corners, keeps: true, least: leastOf(pieces.map(leastSize), rect) }
}

/** Middles of the handles around a rectangle on the screen. */
export function handleSpots({ x, y, w, h }: Rect, pulls: readonly Corner[]): readonly Point[] {
  const at = (corner: Corner['x'], from: number, length: number) => {
    if (corner === 0) return from + length / 2
    return corner < 0 ? from - RING_GAP : from + length + RING_GAP
  }
  return pulls.map((corner) => ({ x: at(corner.x, x, w), y: at(corner.y, y, h) }))
}

/** How near a press must be to a handle of something as large as this on the screen. */
export function handleReach({ pointer }: Pick<Contact, 'pointer'>, { w, h }: Size): number {
  const finger = Math.max(HANDLE_REACH, Math.min(FINGER_REACH, Math.min(w, h) * FINGER_SHARE))
  return pointer === 'touch' ? finger : HANDLE_REACH
}

/** The handle under a press, and what it pulls. */
export function handleAt(
  contact: Pick<Contact, 'screen' | 'pointer'>,
  bench: Bench,
): { readonly handled: Handled; readonly corner: Corner } | null {
  const held = handled(bench)
  if (!held) return null
  const { zoom } = bench.camera.view()
  const shown = { ...bench.camera.toScreen(held.rect), w: held.rect.w * zoom, h: held.rect.h * zoom }
  const reach = handleReach(contact, shown)
  const index = handleSpots(shown, held.corners).findIndex((spot) => distance(spot, contact.screen) <= reach)
  const corner = held.corners[index]
  return corner ? { handled: held, corner } : null
}

/** The pointer's shape over a handle. */
export function cursorOf({ x, y }: Corner): string {
  if (y === 0) return 'ew-resize'
  return x === y ? 'nwse-resize' : 'nesw-resize'
}

export const idsOf = ({ pieces }: Handled): ReadonlySet<PieceId> => new Set(pieces.map(({ id }) => id))
