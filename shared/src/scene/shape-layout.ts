import type { ShapeId } from '../domain/id.ts'
import type { AreaShape, ConnectorShape, ImageShape, TextShape, TextSize } from '../domain/shape.ts'
import { boundsOfPath, connectorPath, pointOn, type ConnectorPath } from './connector-path.ts'
import { around, grow, type Rect } from './geometry.ts'
import type { LyingPiece } from './piece-scene.ts'
import type { Lettering, TextFitter, TextLayout } from './text-layout.ts'

interface Lying extends LyingPiece {
  readonly id: ShapeId
  /** Its words, laid out in `box`. */
  readonly layout: TextLayout
  /** Where its words stand: what is typed into lies over it. */
  readonly box: Rect
}
export interface SceneText extends Lying {
  readonly kind: 'text'
  readonly shape: TextShape
}
export interface SceneArea extends Lying {
  readonly kind: 'area'
  readonly shape: AreaShape
}
export interface SceneConnector extends Lying {
  readonly kind: 'connector'
  readonly shape: ConnectorShape
  readonly path: ConnectorPath
}
export interface SceneImage extends Lying {
  readonly kind: 'image'
  readonly shape: ImageShape
}
export type SceneShape = SceneText | SceneArea | SceneConnector | SceneImage

/** How free text is written, by its size. */
export const textLetters = {
  s: { size: 16, leading: 20 },
  m: { size: 24, leading: 30 },
  l: { size: 40, leading: 48 },
} as const satisfies Record<TextSize, Lettering>
const titleLetters: Lettering = { size: 20, leading: 26 }
const labelLetters: Lettering = { size: 14, leading: 18 }

/** Between the words of a free text and its ring. */
export const TEXT_PAD = 6
const TITLE_GAP = 6
const LABEL_WIDTH = 160
const LABEL_PAD = 6
/** An arrowhead and a line's own width. */
export const ARROW = 12
const EDGE = 2
/** A caret needs somewhere to stand. */
const LEAST_WIDTH = 24

export const isBlank = (words: string) => words.trim() === ''

function widest({ lines }: TextLayout): number {
  return Math.ceil(Math.max(0, ...lines.map(({ width }) => width)))
}

/** A free text is as wide as its words, and never wider than its place. */
export function layText(shape: TextShape, fitter: TextFitter): Pick<SceneText, 'rect' | 'bounds' | 'layout' | 'box'> {
  const [x, y, w] = shape.place
  const layout = fitter.lay(shape.words, Math.max(LEAST_WIDTH, w - 2 * TEXT_PAD), textLetters[shape.size])
  const width = Math.max(LEAST_WIDTH, widest(layout))
  const rect = { x, y, w: width + 2 * TEXT_PAD, h: layout.height + 2 * TEXT_PAD }
  return { rect, bounds: grow(rect, EDGE), layout, box: grow(rect, -TEXT_PAD) }
}

/** The title stands above the area, as wide as it. */
export function layArea(shape: AreaShape, fitter: TextFitter): Pick<SceneArea, 'rect' | 'bounds' | 'layout' | 'box'> {
  const [x, y, w, h] = shape.place
  const layout = fitter.lay(shape.words, Math.max(LEAST_WIDTH, w), titleLetters)
  const box = { x, y: y - TITLE_GAP - layout.height, w: Math.max(LEAST_WIDTH, w), h: layout.height }
  const rect = { x, y, w, h }
  return { rect, bounds: grow(around([rect, box]) ?? rect, EDGE), layout, box }
}

/** What a connector is between two places, its label in the middle. */
export function layConnector(
  shape: ConnectorShape,
  from: Rect,
  to: Rect,
  fitter: TextFitter,
): Pick<SceneConnector, 'rect' | 'bounds' | 'layout' | 'box' | 'path'> {
  const path = connectorPath(from, to)
  const layout = fitter.lay(shape.words, LABEL_WIDTH, labelLetters)
  const middle = pointOn(path, 0.5)
  const width = Math.max(LEAST_WIDTH, widest(layout))
  const box = { x: middle.x - width / 2, y: middle.y - layout.height / 2, w: width, h: layout.height }
  const line = boundsOfPath(path)
  // What is nowhere wide has no place that could be told to others.
  const rect = { ...line, w: Math.max(1, line.w), h: Math.max(1, line.h) }
  const label = isBlank(shape.words) ? [] : [grow(box, LABEL_PAD)]
  return { rect, bounds: around([grow(rect, ARROW), ...label]) ?? rect, layout, box, path }
}

/** What an image shows is said under it, and only while it is written. */
export function layImage(
  shape: ImageShape,
  fitter: TextFitter,
): Pick<SceneImage, 'rect' | 'bounds' | 'layout' | 'box'> {
  const [x, y, w, h] = shape.place
  const rect = { x, y, w, h }
  const wide = Math.max(LABEL_WIDTH, w)
  const layout = fitter.lay(shape.words, wide, labelLetters)
  return { rect, bounds: rect, layout, box: { x, y: y + h + TITLE_GAP, w: wide, h: layout.height } }
}
