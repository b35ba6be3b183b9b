import type { Actor } from '@momentous/shared/domain/actor'
import type { Grade } from '@momentous/shared/domain/assessment'
import type { ChannelId, Setting } from '@momentous/shared/domain/contact-type'
import type { MomentId, SeatId, StrokeId } from '@momentous/shared/domain/id'
import type { Kind, Moment, Place } from '@momentous/shared/domain/moment'
import type { PenId, PenWidth } from '@momentous/shared/domain/pen'
import type { Session } from '@momentous/shared/domain/session'
import type { Stroke } from '@momentous/shared/domain/stroke'
import type { Ruling } from '@momentous/shared/rules/ruling'
import type { Point } from './geometry.ts'

/** What the wall's tools ask of the board, with what each needs to be told. */
export interface WallVerbs {
  /** `after` null puts it first, left out puts it last. Without a place the note is tidy. */
  'add-moment': {
    readonly id: MomentId
    readonly text: string
    readonly after?: MomentId | null
    readonly place?: Place
    readonly kind?: Kind
  }
  /** A copy directly after the original. */
  'duplicate-moment': { readonly id: MomentId; readonly of: MomentId }
  /** One edit of a shared text; `place` is its path in the document. */
  'edit-text': { readonly place: string; readonly index: number; readonly remove: number; readonly insert: string }
  /** Null makes the note tidy again. */
  'place-moment': { readonly id: MomentId; readonly place: Place | null }
  /** Moves it in the timeline's order; `after` null puts it first. */
  'order-moment': { readonly id: MomentId; readonly after: MomentId | null }
  'remove-moment': { readonly id: MomentId }
  /** Without a setting the one that the channel has, or had, stays. */
  'set-contact-type': { readonly id: MomentId; readonly channel: ChannelId | null; readonly setting?: Setting | null }
  'draw-stroke': { readonly stroke: Stroke }
  'erase-stroke': { readonly id: StrokeId }
  /** From now on this many of one's own dots lie on the moment. */
  'cast-ballot': { readonly moment: MomentId; readonly dots: number }
}
export type WallVerb = keyof WallVerbs

/** What became different; the scene and the painters look at nothing else. */
export type WallChange =
  | { readonly kind: 'moments' | 'grades' | 'ideas'; readonly ids: ReadonlySet<MomentId> }
  | { readonly kind: 'ink'; readonly ids: ReadonlySet<StrokeId> }
  | { readonly kind: 'session' | 'ballot' | 'history' }

export interface LiveStroke {
  readonly pen: PenId
  readonly width: PenWidth
  /** As in a stroke: x, y, pressure, x, y, pressure ... */
  readonly points: readonly number[]
}

/** What this person is doing at the moment. It never enters the document, and never leaves in an anonymous span. */
export interface OwnPresence {
  readonly cursor: Point | null
  readonly selection: readonly MomentId[]
  readonly typing: MomentId | null
  /** Where notes are while they are dragged. */
  readonly drag: ReadonlyMap<MomentId, Place>
  readonly stroke: LiveStroke | null
}

/** Somebody else on the board. */
export interface Peer extends OwnPresence {
  /** One person on two devices is two peers. */
  readonly id: string
  readonly seat: SeatId
  readonly name: string
  /** When the cursor last moved, on this device's `performance.now()`. */
  readonly movedAt: number
}

export interface Presence {
  peers(): readonly Peer[]
  /** Merges into what was published before; may be called every frame. */
  publish(own: Partial<OwnPresence>): void
  subscribe(listener: () => void): () => void
}

/** One board as the canvas and the tools see it: frozen facts, one way to change them, one way to hear of changes. */
export interface Wall {
  readonly presence: Presence
  actor(): Actor
  session(): Session
  moment(id: MomentId): Moment | undefined
  /** All of them, removed ones too. */
  moments(): readonly Moment[]
  strokes(): readonly Stroke[]
  stroke(id: StrokeId): Stroke | undefined
  grade(id: MomentId): Grade | undefined
  ideaCount(id: MomentId): number
  /** This person's own dots on the moment in the current vote. */
  ballotDots(id: MomentId): number
  /** True while the server has not yet said that this moment is on disk, and has had time to. */
  unsaved(id: MomentId): boolean
  newId<Id extends string>(): Id
  /** Would it be allowed now? */
  check<Verb extends WallVerb>(verb: Verb, args: WallVerbs[Verb]): Ruling
  /** A refused change is offered back to its author by the wall itself; callers only stop. */
  act<Verb extends WallVerb>(verb: Verb, args: WallVerbs[Verb]): Ruling
  /** Everything that `change` does is one step of undo. */
  together(change: () => void): void
  canUndo(): boolean
  canRedo(): boolean
  undo(): void
  redo(): void
  subscribe(listener: (change: WallChange) => void): () => void
}

/** The path of a moment's text in the document. */
export function textPlace(id: MomentId): string {
  return `moments/${id}/text`
}
