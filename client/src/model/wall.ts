import type { ArgsOf, DirectName } from '@momentous/shared/commands/commands'
import type { Actor } from '@momentous/shared/domain/actor'
import type { Grade } from '@momentous/shared/domain/assessment'
import type { MomentId, SeatId, ShapeId, StageId } from '@momentous/shared/domain/id'
import type { Place } from '@momentous/shared/domain/moment'
import type { PenId, PenWidth } from '@momentous/shared/domain/pen'
import type { PieceId, PieceKind } from '@momentous/shared/domain/piece'
import type { Session } from '@momentous/shared/domain/session'
import type { Ruling } from '@momentous/shared/rules/ruling'
import type { Point, Rect } from '@momentous/shared/scene/geometry'
import type { SceneSource } from '@momentous/shared/scene/scene-source'
import type { PulledPart } from '@momentous/shared/wire/presence'
import type { GivenBack } from './offered.ts'
import type { TypedText } from './history.ts'

/** What the wall's tools and keys ask of the board: every direct verb, and one's own dots. */
export type WallVerb = DirectName | 'cast-ballot'

export interface LiveStroke {
  readonly pen: PenId
  readonly width: PenWidth
  /** As in a stroke: x, y, pressure, x, y, pressure ... */
  readonly points: readonly number[]
}

/** What somebody pulls that isn't a whole piece: an end of a connector, or the beginning of a stage. */
export type Pull = (
  | { readonly id: ShapeId; readonly part: Exclude<PulledPart, 'start'> }
  | { readonly id: StageId; readonly part: Extract<PulledPart, 'start'> }
) & {
  /** What it would hold on to. */
  readonly at: PieceId | null
  readonly point: Point
}

/** What this person is doing at the moment. It never enters the document, and never leaves in an anonymous span. */
export interface OwnPresence {
  readonly cursor: Point | null
  readonly selection: readonly PieceId[]
  readonly typing: MomentId | null
  /** The shape that is being typed into. */
  readonly writing: ShapeId | null
  /** The stage whose title is being typed. */
  readonly naming: StageId | null
  /** Where pieces are while they are dragged. */
  readonly drag: ReadonlyMap<PieceId, Place>
  readonly pull: Pull | null
  readonly stroke: LiveStroke | null
  /** The part of the board that lies free before them; null while the wall isn't on their screen. */
  readonly view: Rect | null
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
  /** In an anonymous span nobody is seen, and nothing of anybody goes out. */
  silent(): boolean
  peers(): readonly Peer[]
  /** Merges into what was published before; may be called every frame. */
  publish(own: Partial<OwnPresence>): void
  subscribe(listener: () => void): () => void
}

/** One board as the canvas and the tools see it: frozen facts, one way to change them, one way to hear of changes. */
export interface Wall extends SceneSource {
  readonly presence: Presence
  actor(): Actor
  session(): Session
  /** What kind of piece this is; null for one that isn't there. Those in the bin still are. */
  kindOf(id: PieceId): PieceKind | null
  grade(id: MomentId): Grade | undefined
  ideaCount(id: MomentId): number
  /** This person's own dots in the current vote, by moment. */
  ballot(): Readonly<Record<string, number>>
  /** True while the server has not yet said that this piece is on disk, and has had time to. */
  unsaved(id: PieceId): boolean
  newId<Id extends string>(): Id
  /** Would it be allowed now? */
  check<Verb extends WallVerb>(verb: Verb, args: ArgsOf<Verb>): Ruling
  /** A refused change is offered back to its author by the wall itself; callers only stop. */
  act<Verb extends WallVerb>(verb: Verb, args: ArgsOf<Verb>): Ruling
  /** Everything that `change` does is one step of undo. */
  together(change: () => void): void
  /** What `change` does leaves no step of undo, and steps that mean nothing any more because of it are gone. */
  withoutTrace(change: () => void): void
  /** What `change` does is one step with the typing into that text, if that was the last thing done. */
  withTyping(text: TypedText, change: () => void): void
  /** What could not be done any more goes back to its author, and stays with them until they have answered. */
  giveBack(given: GivenBack): void
  /** Tells this person a brief sentence. */
  say(sentence: string): void
  /** Would undo, or redo, take a step of typing into that text? */
  isTyping(which: 'undo' | 'redo', text: TypedText): boolean
  canUndo(): boolean
  canRedo(): boolean
  undo(): void
  redo(): void
}
