import type { MomentId, ShapeId, StrokeId } from '@momentous/shared/domain/id'
import type { Place } from '@momentous/shared/domain/moment'
import type { Setting } from '@momentous/shared/domain/contact-type'
import type { PenId, PenWidth } from '@momentous/shared/domain/pen'
import type { End } from '@momentous/shared/domain/shape'
import type { Camera } from '../model/camera.ts'
import { cell, type Cell } from '../model/cell.ts'
import type { Point, Rect } from '../model/geometry.ts'
import { noPictures, type Pictures } from '../model/pictures.ts'
import type { Scene } from '../model/scene.ts'
import type { Selection } from '../model/selection.ts'
import type { LiveStroke, Wall } from '../model/wall.ts'

/** A shape that is being drawn out. */
export type ShapeInHand =
  | { readonly kind: 'area'; readonly rect: Rect }
  | { readonly kind: 'connector'; readonly from: End; readonly to: End }

/** What a gesture shows before the document hears of it. Everything here is gone after a cancel. */
export interface Live {
  /** Notes in the hand, and where they are now. */
  readonly drag: Cell<ReadonlyMap<MomentId, Place>>
  /** The number that the dragged note would get if it were dropped on the timeline now. */
  readonly landing: Cell<number | null>
  readonly marquee: Cell<Rect | null>
  readonly stroke: Cell<LiveStroke | null>
  readonly erasing: Cell<ReadonlySet<StrokeId>>
  readonly shape: Cell<ShapeInHand | null>
  /** One's own pointer, in px of the wall; null when it is elsewhere. */
  readonly pointer: Cell<Point | null>
  /** The note under a resting pointer. */
  readonly hover: Cell<MomentId | null>
}

/** What the note's menu shows: the verbs, or the choices that one of them leads to. */
export type NotePage = 'verbs' | 'look' | 'kind' | 'serves' | 'seconds'

export interface OpenMenu {
  readonly page: NotePage
  /** What it opens beside, in px of the wall. */
  readonly at: Rect
}

/** What the person holds and has open on this device. */
export interface Desk {
  readonly pen: Cell<PenId>
  readonly highlighter: Cell<PenId>
  readonly width: Cell<PenWidth>
  /** What a type pen gives with its channel; null leaves the note's own. */
  readonly setting: Cell<Setting | null>
  /** The note whose text is being typed. */
  readonly editing: Cell<MomentId | null>
  /** The shape whose words are being typed. */
  readonly writing: Cell<ShapeId | null>
  /** The menu of the selected notes, while it is open. */
  readonly menu: Cell<OpenMenu | null>
  /** Was the board's content shown once? From then on the person alone decides where to look. */
  readonly looked: Cell<boolean>
  /** Do single letters and digits act? Some people's voices and aids type by accident. */
  readonly singleKeys: Cell<boolean>
}

/** Everything that a tool works with. */
export interface Bench {
  readonly wall: Wall
  readonly scene: Scene
  readonly camera: Camera
  readonly selection: Selection
  readonly live: Live
  readonly desk: Desk
  readonly pictures: Pictures
}

const nothingDragged: ReadonlyMap<MomentId, Place> = new Map()
const nothingErased: ReadonlySet<StrokeId> = new Set()

export interface BenchParts extends Pick<Bench, 'wall' | 'scene' | 'camera' | 'selection'> {
  /** Kept on the device; left out, single keys act. */
  readonly singleKeys?: Cell<boolean>
  /** Left out, no image is to be had. */
  readonly pictures?: Pictures
}

export function createBench({ singleKeys = cell(true), pictures = noPictures, ...parts }: BenchParts): Bench {
  const live: Live = {
    drag: cell(nothingDragged),
    landing: cell<number | null>(null),
    marquee: cell<Rect | null>(null),
    stroke: cell<LiveStroke | null>(null),
    erasing: cell(nothingErased),
    shape: cell<ShapeInHand | null>(null),
    pointer: cell<Point | null>(null),
    hover: cell<MomentId | null>(null),
  }
  const desk: Desk = {
    pen: cell<PenId>('ink'),
    highlighter: cell<PenId>('highlighter-butter'),
    width: cell<PenWidth>(4),
    setting: cell<Setting | null>(null),
    editing: cell<MomentId | null>(null),
    writing: cell<ShapeId | null>(null),
    menu: cell<OpenMenu | null>(null),
    looked: cell(false),
    singleKeys,
  }
  return { ...parts, live, desk, pictures }
}

/** Puts down whatever a gesture had taken up. */
export function letGo({ drag, landing, marquee, stroke, erasing, shape }: Live): void {
  drag.set(nothingDragged)
  landing.set(null)
  marquee.set(null)
  stroke.set(null)
  erasing.set(nothingErased)
  shape.set(null)
}
