import type { MomentId, ShapeId, StageId, StrokeId } from '@momentous/shared/domain/id'
import type { Place } from '@momentous/shared/domain/moment'
import type { Setting } from '@momentous/shared/domain/contact-type'
import type { PieceId } from '@momentous/shared/domain/piece'
import type { End } from '@momentous/shared/domain/shape'
import type { Camera } from '../model/camera.ts'
import { cell, type Cell } from '../model/cell.ts'
import type { Remains } from '../model/cut-points.ts'
import type { Point, Rect } from '@momentous/shared/scene/geometry'
import { passingInk, type InkHabits } from '../model/ink-habits.ts'
import { passingLooks, type Looks } from '../model/looks.ts'
import { noPictures, type Pictures } from '../model/pictures.ts'
import type { Scene } from '@momentous/shared/scene/scene'
import type { Guide } from '../model/guide.ts'
import type { Selection } from '../model/selection.ts'
import type { Followed } from '../model/followed.ts'
import type { SceneConnector } from '@momentous/shared/scene/shape-layout'
import type { LiveStroke, Wall } from '../model/wall.ts'

/** One's own line while it is drawn. */
export interface OwnStroke extends LiveStroke {
  /** So many of its points never change again. */
  readonly settled: number
  /** Points where the hand is likely to be in a moment: shown, and never kept. */
  readonly ahead: readonly number[]
}

/** A shape that is being drawn out, or a connector of which an end is pulled. */
export type ShapeInHand =
  | { readonly kind: 'area'; readonly rect: Rect }
  | {
      readonly kind: 'connector'
      readonly from: End
      readonly to: End
      /** The connector of which an end is pulled; null for a new one. */
      readonly of: SceneConnector | null
    }

/** What a gesture shows before the document hears of it. Everything here is gone after a cancel. */
export interface Live {
  /** Pieces in the hand, and where they are now. */
  readonly drag: Cell<ReadonlyMap<PieceId, Place>>
  /** They stay where they are, and their copies are in the hand. */
  readonly copying: Cell<boolean>
  /** The number that the dragged note would get if it were dropped on the timeline now. */
  readonly landing: Cell<number | null>
  readonly marquee: Cell<Rect | null>
  /** The line drawn around what is to be selected. */
  readonly lasso: Cell<readonly Point[]>
  /** Lines on which what is in the hand lies with others. */
  readonly guides: Cell<readonly Guide[]>
  readonly stroke: Cell<OwnStroke | null>
  readonly erasing: Cell<ReadonlySet<StrokeId>>
  /** What will be left of strokes that are erased in part. */
  readonly remains: Cell<ReadonlyMap<StrokeId, Remains>>
  /** Where the eraser has just cut. */
  readonly rubbed: Cell<Rect | null>
  /** How far the eraser in the hand reaches on the screen. */
  readonly ring: Cell<number | null>
  readonly shape: Cell<ShapeInHand | null>
  /** What a connector would hold on to if it ended here. */
  readonly target: Cell<PieceId | null>
  /** The stage that is in the hand, and how many moments would come before it. */
  readonly divider: Cell<{ readonly stage: StageId; readonly first: number } | null>
  /** The stage of which the title was found. */
  readonly foundStage: Cell<StageId | null>
  /** The middle of the note that a press would make here. */
  readonly ghost: Cell<Point | null>
  /** Where pictures will lie that are on their way to the board. */
  readonly bringing: Cell<readonly Rect[]>
  /** One's own pointer, in px of the wall; null when it is elsewhere. */
  readonly pointer: Cell<Point | null>
  /** The note under a resting pointer. */
  readonly hover: Cell<MomentId | null>
  /** The pointer's shape where it isn't the tool's own: over a handle. */
  readonly cursor: Cell<string | null>
}

/** What the wall's menu shows: what can be done on its bare part, with notes or with several pieces, or choices among it. */
export type NotePage = 'wall' | 'stage' | 'verbs' | 'arrange' | 'look' | 'kind' | 'serves' | 'seconds'

export interface OpenMenu {
  readonly page: NotePage
  /** What it opens beside, in px of the wall. */
  readonly at: Rect
  /** The stage that its page is about. */
  readonly stage?: StageId
}

export const arounds = ['wall', 'rectangle', 'line'] as const
export type Around = (typeof arounds)[number]

/** What the person holds and has open on this device. */
export interface Desk extends InkHabits {
  /** Was a stylus in the hand since this board was opened? Then a finger on the wall is a hand that rests. */
  readonly stylus: Cell<boolean>
  /** What a type pen gives with its channel; null leaves the note's own. */
  readonly setting: Cell<Setting | null>
  /** What one finger does on the bare wall with the tool that selects; a line around things also for a mouse. */
  readonly around: Cell<Around>
  /** The note whose text is being typed. */
  readonly editing: Cell<MomentId | null>
  /** The shape whose words are being typed. */
  readonly writing: Cell<ShapeId | null>
  /** The shape that was made just now and is typed into for the first time. */
  readonly fresh: Cell<PieceId | StageId | null>
  /** The stage whose title is being typed. */
  readonly naming: Cell<StageId | null>
  /** Where a connector begins that is made with keys. */
  readonly connecting: Cell<PieceId | null>
  /** What stays selected while the keys go on to others. */
  readonly kept: Cell<readonly PieceId[]>
  /** Where on the line the selected note was that somebody took away: the arrows go on from there. */
  readonly stood: Cell<number | null>
  /** The menu of the selected notes, while it is open. */
  readonly menu: Cell<OpenMenu | null>
  /** Somebody asked for a picture of the board; whoever hears it puts it back. */
  readonly picturing: Cell<boolean>
  /** Whose eyes this person looks through. */
  readonly following: Cell<Followed | null>
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
  /** Where this person looked last on this board. */
  readonly looks: Looks
}

/** Where the timeline begins: as long as nothing lies on a wall, nobody gets far from here. */
const BEGINNING: Rect = { x: 0, y: 0, w: 0, h: 0 }

const nothingDragged: ReadonlyMap<PieceId, Place> = new Map()
const noLine: readonly Point[] = []
const noGuides: readonly Guide[] = []
const nothingErased: ReadonlySet<StrokeId> = new Set()
const nothingCut: ReadonlyMap<StrokeId, Remains> = new Map()

export interface BenchParts extends Pick<Bench, 'wall' | 'scene' | 'camera' | 'selection'> {
  /** Kept on the device; left out, single keys act. */
  readonly singleKeys?: Cell<boolean>
  /** Kept on the device; left out, they last as long as the bench. */
  readonly ink?: InkHabits
  /** Left out, no image is to be had. */
  readonly pictures?: Pictures
  /** Kept on the device; left out, they last as long as the bench. */
  readonly looks?: Looks
}

export function createBench({
  singleKeys = cell(true),
  ink = passingInk(),
  pictures = noPictures,
  looks = passingLooks(),
  ...parts
}: BenchParts): Bench {
  const live: Live = {
    drag: cell(nothingDragged),
    copying: cell(false),
    landing: cell<number | null>(null),
    marquee: cell<Rect | null>(null),
    lasso: cell(noLine),
    guides: cell(noGuides),
    stroke: cell<OwnStroke | null>(null),
    erasing: cell(nothingErased),
    remains: cell(nothingCut),
    rubbed: cell<Rect | null>(null),
    ring: cell<number | null>(null),
    shape: cell<ShapeInHand | null>(null),
    target: cell<PieceId | null>(null),
    divider: cell<{ readonly stage: StageId; readonly first: number } | null>(null),
    foundStage: cell<StageId | null>(null),
    ghost: cell<Point | null>(null),
    bringing: cell<readonly Rect[]>([]),
    pointer: cell<Point | null>(null),
    hover: cell<MomentId | null>(null),
    cursor: cell<string | null>(null),
  }
  const desk: Desk = {
    ...ink,
    stylus: cell(false),
    setting: cell<Setting | null>(null),
    around: cell<Around>('wall'),
    editing: cell<MomentId | null>(null),
    writing: cell<ShapeId | null>(null),
    fresh: cell<PieceId | StageId | null>(null),
    naming: cell<StageId | null>(null),
    connecting: cell<PieceId | null>(null),
    kept: cell<readonly PieceId[]>([]),
    stood: cell<number | null>(null),
    menu: cell<OpenMenu | null>(null),
    picturing: cell(false),
    following: cell<Followed | null>(null),
    looked: cell(false),
    singleKeys,
  }
  parts.camera.keepNear(() => parts.scene.bounds() ?? BEGINNING)
  return { ...parts, live, desk, pictures, looks }
}

/** Puts down whatever a gesture had taken up. */
export function letGo({
  drag,
  copying,
  landing,
  marquee,
  lasso,
  guides,
  stroke,
  erasing,
  remains,
  ring,
  shape,
  target,
  divider,
  cursor,
}: Live): void {
  drag.set(nothingDragged)
  copying.set(false)
  landing.set(null)
  marquee.set(null)
  lasso.set(noLine)
  guides.set(noGuides)
  stroke.set(null)
  erasing.set(nothingErased)
  remains.set(nothingCut)
  ring.set(null)
  shape.set(null)
  target.set(null)
  divider.set(null)
  cursor.set(null)
}
