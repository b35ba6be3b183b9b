import { papers, type Paper } from '../domain/moment.ts'
import { tokenOfTint, type Tint } from '../domain/shape.ts'
import type { ConnectorPath } from '../scene/connector-path.ts'
import type { Point } from '../scene/geometry.ts'
import type { Palette } from './palette.ts'

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
