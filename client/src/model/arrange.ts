import { around, centre, grow, intersects, type Point, type Rect } from '@momentous/shared/scene/geometry'

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

/** Where there is no room for all of them, they lie this far apart. */
const LEAST_GAP = 8

interface Span {
  readonly piece: Standing
  readonly from: number
  readonly size: number
}

const spanOf =
  (axis: Axis) =>
  (piece: Standing): Span => {
    const { x, y, w, h } = piece.rect
    return axis === 'across' ? { piece, from: x, size: w } : { piece, from: y, size: h }
  }

/**
 * The same gap between each and the next, in the order of their middles. The first and the last stay, and what is locked:
 * between two that stay the gaps are the same. Where there is no room, the last gives way.
 */
export function distribute(pieces: readonly Standing[], axis: Axis): Ways {
  const row = pieces.map(spanOf(axis)).toSorted((a, b) => a.from + a.size / 2 - b.from - b.size / 2)
  if (row.length < 3) return pieces.map(() => stay)
  const firm = row.flatMap(({ piece }, at) => (at === 0 || at === row.length - 1 || piece.locked ? at : []))
  const ways = new Map<Standing, number>()
  firm.slice(1).forEach((to, index) => spread(row.slice(firm[index], to + 1), ways))
  return pieces.map((piece) => {
    const by = ways.get(piece) ?? 0
    return axis === 'across' ? { x: by, y: 0 } : { x: 0, y: by }
  })
}

/** Puts what lies between the first and the last of the row at even gaps. */
function spread(row: readonly Span[], ways: Map<Standing, number>): void {
  const [first, last] = [row[0], row.at(-1)]
  if (!first || !last) return
  const start = first.from + (ways.get(first.piece) ?? 0)
  const taken = row.reduce((sum, { size }) => sum + size, 0)
  const room = (last.from + last.size - start - taken) / (row.length - 1)
  const gap = room < 0 && !last.piece.locked ? LEAST_GAP : room
  let next = start
  for (const { piece, from, size } of row) {
    if (piece !== first.piece && !piece.locked) ways.set(piece, Math.round(next - from))
    next += size + gap
  }
}

/** Where rows begin, and how wide they are. */
export interface Rows extends Point {
  readonly w: number
}

/**
 * Into rows in reading order, none over another nor over one that is locked: within `rows`, else from the top left corner
 * of what they cover.
 */
export function pack(pieces: readonly Standing[], rows?: Rows): Ways {
  const free = pieces.filter(({ locked }) => !locked)
  const fixed = pieces.filter(({ locked }) => locked).map(({ rect }) => rect)
  const all = around(free.map(({ rect }) => rect))
  if (all === null) return pieces.map(() => stay)
  const area = free.reduce((sum, { rect: { w, h } }) => sum + (w + GAP) * (h + GAP), 0)
  const width = Math.max(...free.map(({ rect }) => rect.w), rows?.w ?? Math.sqrt(area * WIDE))
  const left = rows?.x ?? all.x
  const ways = new Map<Standing, Point>()
  let { x, y } = rows ?? all
  let height = 0
  for (const piece of free.toSorted(inReadingOrder)) {
    const { w, h } = piece.rect
    const breaks = () => {
      x = left
      y += height + GAP
      height = 0
    }
    if (x > left && x + w > left + width) breaks()
    for (let block = blocking({ x, y, w, h }, fixed); block; block = blocking({ x, y, w, h }, fixed)) {
      x = block.x + block.w + GAP
      if (x + w <= left + width) continue
      height = Math.max(height, block.y + block.h - y)
      breaks()
    }
    ways.set(piece, { x: Math.round(x - piece.rect.x), y: Math.round(y - piece.rect.y) })
    x += w + GAP
    height = Math.max(height, h)
  }
  return pieces.map((piece) => ways.get(piece) ?? stay)
}

function blocking(rect: Rect, fixed: readonly Rect[]): Rect | undefined {
  return fixed.find((each) => intersects(grow(rect, GAP / 2), each))
}

/** What begins within the height of a short note stands in one row. */
const ROW = 100

function inReadingOrder(a: Standing, b: Standing): number {
  const row = ({ rect }: Standing) => Math.round(rect.y / ROW)
  return row(a) - row(b) || a.rect.x - b.rect.x
}
