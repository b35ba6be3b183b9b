import { papers, type Paper } from '../domain/moment.ts'
import { tokenOfTint, type Tint } from '../domain/shape.ts'
import type { ConnectorPath } from '../scene/connector-path.ts'
import { grow, type Point } from '../scene/geometry.ts'
import { isBlank, type SceneArea, type SceneConnector, type SceneImage, type SceneText } from '../scene/shape-layout.ts'
import type { Add } from './drawing.ts'
import type { Palette } from './palette.ts'
import { wordsMarks } from './words-marks.ts'

/** How shapes are drawn at full size. */
export const SHAPES = {
  text: { corner: 4 },
  area: { corner: 12, line: 1.5 },
  connector: { line: 2, head: { length: 11, half: 5 }, label: { pad: 4, corner: 4 } },
  image: { corner: 3 },
} as const

/** How strong an area's ground is: notes lie on it, and words must stay readable. */
const grounds = { ink: 0.035, paper: { light: 0.5, dark: 0.55 }, type: 0.09 } as const

export function paperOf(tint: Tint): Paper | null {
  return papers.find((paper) => paper === tint) ?? null
}

/** The colour of words and lines: papers are too pale for both. */
export function lineColour(tint: Tint, palette: Palette): string {
  return paperOf(tint) === null ? palette.token(tokenOfTint(tint)) : palette.edge
}

export function groundStrength(tint: Tint, { dark }: Palette): number {
  if (tint === 'ink') return grounds.ink
  if (paperOf(tint) === null) return grounds.type
  return dark ? grounds.paper.dark : grounds.paper.light
}

/** How strong an area's edge is, and its colour. */
export function areaEdge(tint: Tint, palette: Palette): { readonly strength: number; readonly colour: string } {
  const strength = tint === 'ink' || paperOf(tint) !== null ? 1 : 0.6
  return { strength, colour: tint === 'ink' ? palette.edge : lineColour(tint, palette) }
}

export function textMarks({ shape, rect, box, layout }: SceneText, palette: Palette, add: Add): void {
  const paper = paperOf(shape.tint)
  const fill = paper === null ? null : palette.note.papers[paper]
  if (fill !== null) add({ kind: 'box', ...rect, corner: SHAPES.text.corner, fill, line: null })
  wordsMarks(layout, box, paper === null ? lineColour(shape.tint, palette) : palette.note.ink, add)
}

/** A tinted ground, a thin edge, the title above it. */
export function areaMarks({ shape, rect, box, layout }: SceneArea, palette: Palette, add: Add): void {
  const { tint } = shape
  const ground = { kind: 'box', ...rect, corner: Math.min(SHAPES.area.corner, rect.w / 2, rect.h / 2) } as const
  const { strength, colour } = areaEdge(tint, palette)
  const fill = palette.token(tokenOfTint(tint))
  add({ ...ground, fill, line: null, strength: groundStrength(tint, palette) })
  add({ ...ground, fill: null, line: { colour, width: SHAPES.area.line }, strength })
  wordsMarks(layout, box, palette.ink, add)
}

/** An arrow; its label stands in the middle, on a bit of bare wall. */
export function connectorMarks({ shape, path, box, layout }: SceneConnector, palette: Palette, add: Add): void {
  const { start, leaving, arriving, end } = path
  const { neck, sides } = arrowhead(path)
  const colour = lineColour(shape.tint, palette)
  const plain = { kind: 'path', x: 0, y: 0, scale: 1 } as const
  const curve = `M${at(start)}C${at(leaving)} ${at(arriving)} ${at(neck)}`
  add({ ...plain, outline: curve, fill: null, line: { colour, width: SHAPES.connector.line, round: true } })
  add({ ...plain, outline: `M${at(end)}L${at(sides[0])}L${at(sides[1])}Z`, fill: colour, line: null })
  if (isBlank(shape.words)) return
  const { pad, corner } = SHAPES.connector.label
  add({ kind: 'box', ...grow(box, pad), corner, fill: palette.paper, line: null })
  wordsMarks(layout, box, palette.ink, add)
}

const at = ({ x, y }: Point) => `${x} ${y}`

/** Where the line ends under its head, and the head's other two corners. */
export function arrowhead({ arriving, end }: ConnectorPath): {
  readonly neck: Point
  readonly sides: readonly [Point, Point]
} {
  const { length, half } = SHAPES.connector.head
  const angle = Math.atan2(end.y - arriving.y, end.x - arriving.x)
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const back = { x: end.x - cos * length, y: end.y - sin * length }
  return {
    neck: { x: end.x - cos * length * 0.7, y: end.y - sin * length * 0.7 },
    sides: [
      { x: back.x - sin * half, y: back.y + cos * half },
      { x: back.x + sin * half, y: back.y - cos * half },
    ],
  }
}

export function imageMarks({ shape, rect }: SceneImage, palette: Palette, add: Add): void {
  add({
    kind: 'picture',
    ...rect,
    corner: SHAPES.image.corner,
    hash: shape.image.hash,
    instead: palette.token('sunken'),
  })
}
