import { around, grow, type Point, type Rect } from '../scene/geometry.ts'
import type { Mark, PathMark, WordsMark } from './drawing.ts'
import { ICON_GRID } from './icons.ts'

/** Where a mark can be seen, with some leeway: what lies beside it needs no brush. */
export function boundsOfMark(mark: Mark): Rect {
  switch (mark.kind) {
    case 'words':
      return boundsOfWords(mark)
    case 'disc':
      return around([grow({ x: mark.x, y: mark.y, w: 0, h: 0 }, mark.radius + LEEWAY)]) ?? nowhere
    case 'path':
      return grow(boundsOfPath(mark), (mark.line?.width ?? 0) + LEEWAY)
    case 'box':
    case 'picture':
      return grow({ x: mark.x, y: mark.y, w: mark.w, h: mark.h }, LEEWAY)
  }
}

/** Half of a line, and soft edges. */
const LEEWAY = 4
/** No letter is wider than its size by more. */
const WIDE = 1.3
const nowhere: Rect = { x: 0, y: 0, w: 0, h: 0 }
const everywhere: Rect = { x: -1e12, y: -1e12, w: 2e12, h: 2e12 }

function boundsOfWords({ text, x, y, width, size, rightToLeft, align }: WordsMark): Rect {
  const w = (width ?? text.length * size * WIDE) + size
  const left = align === 'middle' ? x - w / 2 : rightToLeft ? x - w : x - size / 2
  return { x: left, y: y - 1.5 * size, w: w + size / 2, h: 2.5 * size }
}

function boundsOfPath({ x, y, scale, outline }: PathMark): Rect {
  // Icons are written in steps from where they are, on a grid that they stay within.
  if (/[a-y]/u.test(outline)) return scale === 1 ? everywhere : { x, y, w: ICON_GRID * scale, h: ICON_GRID * scale }
  const own = around(Array.from(pointsOf(outline), (point) => ({ ...point, w: 0, h: 0 })))
  return own === null ? nowhere : { x: x + own.x * scale, y: y + own.y * scale, w: own.w * scale, h: own.h * scale }
}

/** Every point that an outline in absolute steps names; what it bends towards included, which it never passes. */
function* pointsOf(outline: string): Generator<Point> {
  let [x, y] = [0, 0]
  for (const [, step = '', written = ''] of outline.matchAll(/([A-Z])([^A-Z]*)/gu)) {
    const figures = Array.from(written.matchAll(/-?[\d.]+(?:e-?\d+)?/gu), ([figure]) => Number(figure))
    if (step === 'H') x = figures.at(-1) ?? x
    else if (step === 'V') y = figures.at(-1) ?? y
    else if (step === 'A') {
      // The whole of the circle that it is an arc of.
      const [radius = 0] = figures
      const [endX = x, endY = y] = figures.slice(-2)
      yield { x: Math.min(x, endX) - radius, y: Math.min(y, endY) - radius }
      yield { x: Math.max(x, endX) + radius, y: Math.max(y, endY) + radius }
      ;[x, y] = [endX, endY]
    } else {
      for (let at = 0; at + 1 < figures.length; at += 2) {
        ;[x = x, y = y] = [figures[at], figures[at + 1]]
        yield { x, y }
      }
    }
    yield { x, y }
  }
}
