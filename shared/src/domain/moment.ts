import type { ChannelId, Setting } from './contact-type.ts'
import type { MomentId } from './id.ts'
import type { Arranged } from './piece.ts'

/** Note papers: free, meaning nothing. `--note-<paper>` is the colour. */
export const papers = ['butter', 'apricot', 'rose', 'lilac', 'sky', 'mint', 'plain'] as const
export type Paper = (typeof papers)[number]

/** Carlzon's kinds. An invisible moment sits behind the scenes, serves another moment and is not graded. */
export const kinds = ['basic', 'decisive', 'invisible'] as const
export type Kind = (typeof kinds)[number]

/** x, y, width, height in board units; one value, so that a drag leaves one tombstone (architecture, section 3). */
export type Place = readonly [x: number, y: number, w: number, h: number]

export const MOMENT_TEXT_MAX = 400

/** A moment of truth: one sticky note on the timeline. */
export interface Moment extends Arranged {
  readonly id: MomentId
  readonly text: string
  /** Fractional order key: the timeline's order is (order, id), never x. */
  readonly order: string
  /** Only a note moved or resized by hand has a place; a tidy note's place follows from the order. */
  readonly place: Place | null
  readonly paper: Paper
  readonly channel: ChannelId | null
  readonly setting: Setting | null
  readonly kind: Kind
  /** How long the contact lasts, in seconds, if anybody said so. */
  readonly seconds: number | null
  /** For an invisible moment: the moment that it serves. */
  readonly serves: MomentId | null
  /** The printed form's row that this note prompts for; an untouched prompt is never exported unless asked for. */
  readonly prompt: string | null
  /** Under another note, by a person's decision. */
  readonly stackedOn: MomentId | null
  readonly locked: boolean
  /** In the bin. */
  readonly removed: boolean
}
