import { pens } from '../domain/pen.ts'
import type { Stroke } from '../domain/stroke.ts'
import { bendsOf } from '../scene/ink-curve.ts'
import { inkWidth } from '../scene/ink-scene.ts'
import type { Add } from './drawing.ts'
import { isMarker, middleOf, outlineParts } from './ink-outline.ts'
import type { Palette } from './palette.ts'
import { writtenPath } from './written-path.ts'

/** A line of ink as one outline, so that where its stretches meet it is no darker. */
export function inkMarks(stroke: Stroke, palette: Palette, add: Add): void {
  const { colour: token, opacity } = pens[stroke.pen]
  const [x, y] = stroke.moved
  const colour = palette.token(token)
  const mark = { kind: 'path', x, y, scale: 1, strength: opacity } as const
  if (isMarker(stroke)) {
    const outline = middleOf(bendsOf(stroke.points), stroke.points, writtenPath()).outline()
    add({ ...mark, outline, fill: null, line: { colour, width: inkWidth(stroke), round: true }, blend: true })
    return
  }
  const paths = outlineParts(stroke, writtenPath).flatMap((part) => part.paths)
  add({ ...mark, outline: paths.map((path) => path.outline()).join(''), fill: colour, line: null })
}
