import { COORDINATE_MAX } from '@momentous/shared/board/schemas'
import type { MomentId, ShapeId, StageId } from '@momentous/shared/domain/id'
import type { Place } from '@momentous/shared/domain/moment'
import type { PieceId } from '@momentous/shared/domain/piece'
import { writeOwnPresence, type PresencePerson } from '@momentous/shared/wire/compact-presence'
import { PRESENCE_MAX, type PresenceFields } from '@momentous/shared/wire/presence'
import type { Rect } from '@momentous/shared/scene/geometry'
import { grownStroke } from './peer-stroke.ts'
import type { LiveStroke, OwnPresence, Peer, Pull } from './wall.ts'

export const NOTHING_DONE: OwnPresence = {
  ...{ cursor: null, selection: [], typing: null, writing: null, naming: null },
  ...{ drag: new Map(), pull: null, stroke: null, view: null },
}

const SELECTED_MAX = 60
const DRAGGED_MAX = 40
const POINTS_MAX = 100

/** What a person does, as it travels: whole board units, and of a long line only its end. */
export function toFields(own: OwnPresence): PresenceFields {
  const { cursor, selection, drag, pull, stroke, view } = own
  const fields: PresenceFields = {
    cursor: cursor === null ? null : [Math.round(cursor.x), Math.round(cursor.y)],
    selection: selection.slice(0, SELECTED_MAX),
    typing: typedBy(own),
    drag: [...drag].slice(0, DRAGGED_MAX).map(([id, place]) => ({ id, place: roundedPlace(place) })),
    stroke: stroke === null ? null : { pen: stroke.pen, width: stroke.width, points: endOf(stroke, POINTS_MAX) },
    view: view === null ? null : roundedView(view),
    pull: pull === null ? null : { ...pull, point: [Math.round(pull.point.x), Math.round(pull.point.y)] },
  }
  return writeOwnPresence(fields).length <= PRESENCE_MAX ? fields : shortened(fields, stroke)
}

function typedBy({ typing, writing, naming }: OwnPresence): PresenceFields['typing'] {
  if (typing !== null) return { root: 'moments', id: typing, key: 'text' }
  if (writing !== null) return { root: 'shapes', id: writing, key: 'words' }
  return naming === null ? null : { root: 'stages', id: naming, key: 'title' }
}

/** Too much for one message: the cursor and the thing under the hand matter most. */
function shortened(fields: PresenceFields, stroke: LiveStroke | null): PresenceFields {
  const points = stroke === null ? [] : endOf(stroke, POINTS_MAX / 4)
  return {
    ...fields,
    selection: fields.selection.slice(0, 5),
    drag: fields.drag.slice(0, 10),
    stroke: fields.stroke === null ? null : { ...fields.stroke, points },
  }
}

const roundedPlace = ([x, y, w, h]: Place): [number, number, number, number] => [
  Math.round(x),
  Math.round(y),
  Math.round(w),
  Math.round(h),
]

/** A board's own coordinates reach further than anybody can look. */
function roundedView({ x, y, w, h }: Rect): [number, number, number, number] {
  const inside = (at: number) => Math.max(-COORDINATE_MAX, Math.min(COORDINATE_MAX, Math.round(at)))
  return [inside(x), inside(y), Math.max(1, inside(w)), Math.max(1, inside(h))]
}

/** The last `count` points: x, y and pressure each. */
function endOf({ points }: LiveStroke, count: number): number[] {
  return points
    .slice(-count * 3)
    .map((value, index) => (index % 3 === 2 ? Math.round(value * 100) / 100 : Math.round(value)))
}

function pullOf({ id, part, at, point: [x, y] }: NonNullable<PresenceFields['pull']>): Pull {
  return { id, part, at, point: { x, y } } as Pull
}

/** Somebody as the wall shows them. `former` is the same person a moment ago. */
export function toPeer(
  number: number,
  { seat, name }: PresencePerson,
  fields: PresenceFields,
  former: Peer | undefined,
  now: number,
): Peer {
  const { cursor: at, stroke, view, pull } = fields
  const cursor = at === null ? null : { x: at[0], y: at[1] }
  const still = former !== undefined && former.cursor?.x === cursor?.x && former.cursor?.y === cursor?.y
  return {
    id: String(number),
    seat,
    name,
    movedAt: still ? former.movedAt : now,
    cursor,
    selection: fields.selection.map((id) => id as PieceId),
    typing: fields.typing?.root === 'moments' ? (fields.typing.id as MomentId) : null,
    writing: fields.typing?.root === 'shapes' ? (fields.typing.id as ShapeId) : null,
    naming: fields.typing?.root === 'stages' ? (fields.typing.id as StageId) : null,
    drag: new Map(fields.drag.map(({ id, place }) => [id as PieceId, place])),
    pull: pull === null ? null : pullOf(pull),
    stroke: grownStroke(former?.stroke ?? null, stroke),
    view: view === null ? null : { x: view[0], y: view[1], w: view[2], h: view[3] },
  }
}
