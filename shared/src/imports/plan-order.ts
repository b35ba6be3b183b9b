import type { BoardView } from '../board/view.ts'
import type { Actor } from '../domain/actor.ts'
import type { MomentId, StageId } from '../domain/id.ts'
import { neighbourSigns, neighboursOf } from '../exports/cell-stamp.ts'
import { LINE_AT_ONCE, type FormChange } from './form-change.ts'
import type { FormTableRow } from './form-table.ts'
import { mayChange } from './judge-changes.ts'
import { lineOf, outOfOrder } from './line-order.ts'
import type { MovedRows } from './plan.ts'

/** A row of the file that is, or will be, a moment of the timeline. */
export interface FileSpot {
  readonly id: MomentId
  readonly row: FormTableRow
  readonly isNew: boolean
}

interface OrderFacts {
  readonly view: BoardView
  readonly actor: Actor
  /** In the file's order. */
  readonly sequence: readonly FileSpot[]
  /** In the timeline's order. */
  readonly form: { readonly ids: readonly MomentId[] }
  wordsOf(id: MomentId): string
}

type LineId = MomentId | StageId

/**
 * What the file's order would change of the timeline's: only rows that stand elsewhere than they stood at the export move,
 * each behind the row that it now follows. A file that went out in another order, the shortlist first, has none of its own.
 */
export function movedRows(facts: OrderFacts): MovedRows | null {
  const { view, actor, sequence, form, wordsOf } = facts
  const known = sequence.filter(({ isNew }) => !isNew)
  const onBoard = ranked(form.ids)
  const exported = orderAtExport(known, onBoard) ?? guessed(facts, known, onBoard)
  const ids = known.map(({ id }) => id)
  const moved = outOfOrder(ids, exported)
  if (moved.size === 0) return null
  const now = withNew(lineOf(view) as readonly LineId[], sequence)
  const all = withTheirNew(sequence, moved)
  const window = changedPart(now, rearranged(now, sequence, all))
  if (window === null) return null
  const changed = new Set(window.from)
  const moving = [...all].filter((id) => changed.has(id))
  const change: FormChange = { kind: 'order', moved: moving, from: [...window.from], to: [...window.to] }
  const ruling = window.from.length > LINE_AT_ONCE ? null : mayChange(view, actor, change)
  const refusal = ruling === null ? TOO_MANY : ruling.allowed ? null : ruling.reason
  const before = new Map(sequence.map(({ id }, at) => [id, sequence[at - 1] ?? null]))
  const words = (spot: FileSpot) => (spot.isNew ? (spot.row.cell('MOMENT OF TRUTH') ?? '').trim() : wordsOf(spot.id))
  return {
    moved: moving
      .filter((id) => moved.has(id))
      .map((id) => {
        const behind = before.get(id) ?? null
        return { moment: wordsOf(id), behind: behind === null ? null : words(behind) }
      }),
    boardToo:
      outOfOrder(
        ids.toSorted((one, other) => rankIn(onBoard, one) - rankIn(onBoard, other)),
        exported,
      ).size > 0,
    take: refusal === null ? [change] : [],
    refusal,
  }
}

const TOO_MANY = `So many rows stand elsewhere that their order can’t be taken at once. Move at most ${LINE_AT_ONCE} rows, then bring the file again.`

const ranked = (ids: readonly MomentId[]): ReadonlyMap<string, number> => new Map(ids.map((id, at) => [id, at]))
const rankIn = (ranks: ReadonlyMap<string, number>, id: string): number => ranks.get(id) ?? 0

/**
 * The order in which these rows went out, by the neighbours that each of them names: pieces of it where rows between were
 * taken out, which then stand as on the board. Null when the file doesn't tell.
 */
function orderAtExport(
  known: readonly FileSpot[],
  onBoard: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> | null {
  const beside = known.flatMap(({ id, row }) => {
    const around = neighboursOf(row.stamp)
    return around === null ? [] : [{ id, own: neighbourSigns(id), ...around }]
  })
  if (beside.length < known.length || known.length === 0) return null
  const byOwn = Map.groupBy(beside, ({ own }) => own)
  const byBefore = Map.groupBy(beside, ({ before }) => before)
  // Of two rows that look alike from beside, and behind the file's end, nobody follows for sure.
  const only = <Row>(rows: readonly Row[] | undefined) => (rows?.length === 1 ? rows[0] : undefined)
  const nobody = neighbourSigns(null)
  const followerOf = ({ after }: (typeof beside)[number]) =>
    after === nobody ? undefined : (only(byOwn.get(after)) ?? only(byBefore.get(after)))
  const follows = new Set(beside.map((row) => followerOf(row)?.id))
  const pieces = beside
    .filter(({ id }) => !follows.has(id))
    .map((first) => {
      const piece: MomentId[] = []
      for (let row: (typeof beside)[number] | undefined = first; row !== undefined; row = followerOf(row)) {
        if (piece.length > beside.length) break
        piece.push(row.id)
      }
      return piece
    })
  const apart = new Map(pieces.map((piece, at) => [piece, at]))
  const inFile = pieces.length > 1 && isAsExported(known, pieces)
  const sorted = pieces.toSorted((one, other) =>
    inFile
      ? (apart.get(one) ?? 0) - (apart.get(other) ?? 0)
      : rankIn(onBoard, one[0] ?? '') - rankIn(onBoard, other[0] ?? ''),
  )
  return ranked([...new Set(sorted.flat())])
}

/** Do the pieces stand in the file whole, each after the other? Then nobody has moved a row. */
function isAsExported(known: readonly FileSpot[], pieces: readonly (readonly MomentId[])[]): boolean {
  const all = pieces.flat()
  return known.every(({ id }, at) => id === all[at])
}

/** Of a file that doesn't tell: it went out in the timeline's order, or the shortlist first if it still stands so. */
function guessed(
  { view }: OrderFacts,
  known: readonly FileSpot[],
  onBoard: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const shortlist = new Set<MomentId>(view.session.shortlist?.moments)
  const inOrder = known.map(({ id }) => id).toSorted((one, other) => rankIn(onBoard, one) - rankIn(onBoard, other))
  const first = inOrder.toSorted((one, other) => Number(shortlist.has(other)) - Number(shortlist.has(one)))
  return known.every(({ id }, at) => id === first[at]) ? ranked(first) : onBoard
}

/** The line with the file's new rows in it, as they will have come when the order is changed. */
function withNew(line: readonly LineId[], sequence: readonly FileSpot[]): readonly LineId[] {
  const followers = new Map<LineId | null, MomentId>()
  for (const [at, { id, isNew }] of sequence.entries()) if (isNew) followers.set(sequence[at - 1]?.id ?? null, id)
  const whole: LineId[] = []
  const put = (id: LineId | null) => {
    if (id !== null) whole.push(id)
    for (let next = followers.get(id); next !== undefined; next = followers.get(next)) whole.push(next)
  }
  put(null)
  for (const id of line) put(id)
  return whole
}

/** A new row goes with the one that it stands behind. */
function withTheirNew(sequence: readonly FileSpot[], moved: ReadonlySet<MomentId>): ReadonlySet<MomentId> {
  const all = new Set(moved)
  let before: MomentId | null = null
  for (const { id, isNew } of sequence) {
    if (isNew && before !== null && all.has(before)) all.add(id)
    before = id
  }
  return all
}

/** The line with each that moves behind the row that it follows in the file; the first of the file before the one that stays. */
function rearranged(
  line: readonly LineId[],
  sequence: readonly FileSpot[],
  moved: ReadonlySet<MomentId>,
): readonly LineId[] {
  const followers = new Map<MomentId, readonly MomentId[]>()
  const leading: MomentId[] = []
  let anchor: MomentId | null = null
  for (const { id } of sequence) {
    if (!moved.has(id)) anchor = id
    else if (anchor === null) leading.push(id)
    else followers.set(anchor, [...(followers.get(anchor) ?? []), id])
  }
  const first = sequence.find(({ id }) => !moved.has(id))?.id
  return line
    .filter((id) => !moved.has(id as MomentId))
    .flatMap((id) => [...(id === first ? leading : []), id, ...(followers.get(id as MomentId) ?? [])])
}

/** From the first to the last spot that is another one; null when all are the same. */
function changedPart(from: readonly LineId[], to: readonly LineId[]) {
  const differs = (id: LineId, at: number) => id !== to[at]
  const first = from.findIndex(differs)
  if (first < 0) return null
  // Behind what stays in front of them, so that it is known where they stood.
  const begin = Math.max(0, first - 1)
  const end = from.findLastIndex(differs) + 1
  return { from: from.slice(begin, end), to: to.slice(begin, end) }
}
