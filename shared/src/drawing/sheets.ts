import type { Point, Rect, Size } from '../scene/geometry.ts'

/** One sheet of paper with a part of a drawing on it; lengths on paper are points. */
export interface DrawingSheet {
  readonly paper: Size
  /** Where on the paper the part lies. */
  readonly at: Point
  readonly part: Rect
  /** Points for each unit of the board. */
  readonly scale: number
}

/** A unit of the board is a pixel of 96 to the inch, a point is one of 72. */
const POINT = 0.75
/** A page of a PDF has no longer side. */
const PAGE_MOST = 14_400
/** A4, lying. */
const PAPER: Size = { w: 842, h: 595 }
const EDGE = 28
/** Words of 16 pixels are six points high: what is smaller nobody reads on paper. */
const SCALE_LEAST = 0.375
const SHEETS_MOST = 100
/** So much of the board is on two sheets that lie beside each other. */
const TWICE = 60
const HAIR = 0.01

/** How a drawing is laid out on paper: all on one sheet of its own size, or cut for A4 so that it stays readable. */
export function sheetsOf(bounds: Rect, pages: 'one' | 'many'): readonly DrawingSheet[] {
  return pages === 'one' ? [oneSheet(bounds)] : manySheets(bounds)
}

function oneSheet(part: Rect): DrawingSheet {
  const scale = Math.min(POINT, PAGE_MOST / part.w, PAGE_MOST / part.h)
  return { paper: { w: part.w * scale, h: part.h * scale }, at: { x: 0, y: 0 }, part, scale }
}

function manySheets(bounds: Rect): readonly DrawingSheet[] {
  const room = { w: PAPER.w - 2 * EDGE, h: PAPER.h - 2 * EDGE }
  let scale = Math.min(POINT, Math.max(SCALE_LEAST, room.h / bounds.h))
  while (sheetCount(bounds, room, scale) > SHEETS_MOST) scale *= 0.8
  const sheet = { w: room.w / scale, h: room.h / scale }
  return startsOf(bounds.y, bounds.h, sheet.h).flatMap((y) =>
    startsOf(bounds.x, bounds.w, sheet.w).map((x) => {
      const w = Math.min(sheet.w, bounds.x + bounds.w - x)
      const h = Math.min(sheet.h, bounds.y + bounds.h - y)
      return { paper: PAPER, at: { x: EDGE, y: EDGE }, part: { x, y, w, h }, scale }
    }),
  )
}

const sheetCount = ({ w, h }: Rect, room: Size, scale: number) =>
  startsOf(0, w, room.w / scale).length * startsOf(0, h, room.h / scale).length

/** Where sheets begin that are so long, until they reach the end; each has a little of the one before. */
function startsOf(from: number, length: number, sheet: number): readonly number[] {
  // Lengths that were divided and multiplied again are off by a hair.
  const over = length - sheet
  const count = over < HAIR ? 1 : 1 + Math.ceil((over - HAIR) / (sheet - TWICE))
  return Array.from({ length: count }, (_, at) => from + at * (sheet - TWICE))
}
