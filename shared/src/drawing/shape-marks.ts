import { tokenOfTint } from '../domain/shape.ts'
import { grow, type Point } from '../scene/geometry.ts'
import { isBlank, type SceneArea, type SceneConnector, type SceneImage, type SceneText } from '../scene/shape-layout.ts'
import type { Add } from './drawing.ts'
import type { Palette } from './palette.ts'
import { areaEdge, arrowhead, groundStrength, lineColour, paperOf, SHAPES } from './shape-looks.ts'
import { wordsMarks } from './words-marks.ts'

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

export function imageMarks({ shape, rect }: SceneImage, palette: Palette, add: Add): void {
  add({
    kind: 'picture',
    ...rect,
    corner: SHAPES.image.corner,
    hash: shape.image.hash,
    instead: palette.token('sunken'),
  })
}
