import { around, centre, type Point, type Rect } from './geometry.ts'

/** A piece, or pieces that go together, as far as arranging is concerned. */
export interface Standing {
  readonly rect: Rect
  /** Stays where it is, and the others go by it. */
  readonly locked: boolean
}

/** How far each of them goes, in the order in which they were given. */
export type Ways = readonly Point[]

export const edges = ['left', 'centre', 'right', 'top', 'middle', 'bottom'] as const
export type Edge = (typeof edges)[number]
export type Axis = 'across' | 'down'

/** Between notes that lie in rows. */
const GAP = 24
/** Rows together are so many times wider than high. */
const WIDE = 1.6

const stay: Point = { x: 0, y: 0 }
const whole = ({ x, y }: Point): Point => ({ x: Math.round(x), y: Math.round(y) })

const toEdge: Readonly<Record<Edge, (rect: Rect, all: Rect) => Point>> = {
  left: (rect, all) => ({ x: all.x - rect.x, y: 0 }),
  centre: (rect, all) => ({ x: centre(all).x - centre(rect).x, y: 0 }),
  right: (rect, all) => ({ x: all.x + all.w - rect.x - rect.w, y: 0 }),
  top: (rect, all) => ({ x: 0, y: all.y - rect.y }),
  middle: (rect, all) => ({ x: 0, y: centre(all).y - centre(rect).y }),
  bottom: (rect, all) => ({ x: 0, y: all.y + all.h - rect.y - rect.h }),
}

/** To the edge or the middle of what they cover together. */
export function align(pieces: readonly Standing[], edge: Edge): Ways {
  const all = around(pieces.map(({ rect }) => rect))
  if (all === null) return []
  return pieces.map(({ rect, locked }) => (locked ? stay : whole(toEdge[edge](rect, all))))
}

/** The same gap between each and the next; the first and the last stay. */
export function distribute(pieces: readonly Standing[], axis: Axis): Ways {
  const spanOf = ({ rect: { x, y, w, h } }: Standing) =>
    axis === 'across' ? { from: x, size: w } : { from: y, size: h }
  const middle = (piece: Standing) => spanOf(piece).from + spanOf(piece).size / 2
  const sorted = pieces.toSorted((a, b) => middle(a) - middle(b))
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (first === undefined || last === undefined || sorted.length < 3) return pieces.map(() => stay)
  const length = spanOf(last).from + spanOf(last).size - spanOf(first).from
  const gap = (length - sorted.reduce((sum, piece) => sum + spanOf(piece).size, 0)) / (sorted.length - 1)
  const ways = new Map<Standing, Point>()
  let next = spanOf(first).from
  for (const piece of sorted) {
    const by = next - spanOf(piece).from
    ways.set(piece, piece.locked ? stay : whole(axis === 'across' ? { x: by, y: 0 } : { x: 0, y: by }))
    next += spanOf(piece).size + gap
  }
  return pieces.map((piece) => ways.get(piece) ?? stay)
}

/** Into rows in reading order, none over another, from the top left corner of what they cover. */
export function pack(pieces: readonly Standing[]): Ways {
  const free = pieces.filter(({ locked }) => !locked)
  const all = around(free.map(({ rect }) => rect))
  if (all === null) return pieces.map(() => stay)
  const area = free.reduce((sum, { rect: { w, h } }) => sum + (w + GAP) * (h + GAP), 0)
  const widest = Math.max(...free.map(({ rect }) => rect.w))
  const width = Math.max(widest, Math.sqrt(area * WIDE))
  const ways = new Map<Standing, Point>()
  let { x, y } = all
  let height = 0
  for (const piece of free.toSorted(inReadingOrder)) {
    const { rect } = piece
    if (x > all.x && x + rect.w > all.x + width) {
      x = all.x
      y += height + GAP
      height = 0
    }
    ways.set(piece, { x: Math.round(x - rect.x), y: Math.round(y - rect.y) })
    x += rect.w + GAP
    height = Math.max(height, rect.h)
  }
  return pieces.map((piece) => ways.get(piece) ?? stay)
}

/** What begins within the height of a short note stands in one row. */
const ROW = 100

function inReadingOrder(a: Standing, b: Standing): number {
  const row = ({ rect }: Standing) => Math.round(rect.y / ROW)
  return row(a) - row(b) || a.rect.x - b.rect.x
}
