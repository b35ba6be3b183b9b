import { channelOrder, type Channel } from './contact-type.ts'
import type { ShapeId } from './id.ts'
import { papers, type Paper, type Place } from './moment.ts'
import type { Arranged, PieceId } from './piece.ts'

/** What may be put on the wall beside notes and ink. */
export const shapeKinds = {
  text: { label: 'Free text' },
  area: { label: 'Area' },
  connector: { label: 'Connector' },
  image: { label: 'Image' },
} as const satisfies Record<string, { readonly label: string }>
export type ShapeKind = keyof typeof shapeKinds
export const shapeKindOrder = Object.keys(shapeKinds) as readonly ShapeKind[]

/** The colour of a shape: ink, a note paper's or a contact type's. It means nothing. */
export const tints = ['ink', ...papers, ...channelOrder] as const satisfies readonly ('ink' | Paper | Channel)[]
export type Tint = (typeof tints)[number]

/** How large free text is written. */
export const textSizes = ['s', 'm', 'l'] as const
export type TextSize = (typeof textSizes)[number]

export const SHAPE_WORDS_MAX = 400
/** The longer side of an image's own pixels: what a device keeps of a photograph. */
export const IMAGE_SIDE_MAX = 10_000

/** Where a connector begins or ends: at a piece, which it follows, or at a point of the wall. */
export type End = { readonly at: PieceId } | { readonly point: readonly [x: number, y: number] }

/** The file that an image shows, by what is in it. */
export interface ImageFile {
  /** SHA-256 of its bytes, in hexadecimal. */
  readonly hash: string
  /** Its own width and height, in pixels. */
  readonly w: number
  readonly h: number
}

interface AnyShape extends Arranged {
  readonly id: ShapeId
  /** A free text's words, an area's title, a connector's label, what an image shows. */
  readonly words: string
  readonly tint: Tint
  readonly locked: boolean
  /** In the bin. */
  readonly removed: boolean
}
export interface TextShape extends AnyShape {
  readonly kind: 'text'
  readonly place: Place
  readonly size: TextSize
}
export interface AreaShape extends AnyShape {
  readonly kind: 'area'
  readonly place: Place
}
export interface ConnectorShape extends AnyShape {
  readonly kind: 'connector'
  readonly from: End
  readonly to: End
}
export interface ImageShape extends AnyShape {
  readonly kind: 'image'
  readonly place: Place
  readonly image: ImageFile
}
export type Shape = TextShape | AreaShape | ConnectorShape | ImageShape

/** The design token of a tint, without the leading dashes. */
export function tokenOfTint(tint: Tint): string {
  if (tint === 'ink') return 'ink'
  return papers.some((paper) => paper === tint) ? `note-${tint}` : `ch-${tint}`
}
