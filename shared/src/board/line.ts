import type { MomentId, StageId } from '../domain/id.ts'
import type { Board } from './board.ts'
import {
  compareOrder,
  insertKeys,
  insertKeysAlone,
  type Insertion,
  type Insertions,
  type Ordered,
  type Random,
} from './order.ts'
import { readSession, readStage, readStanding } from './read.ts'
import { updateRecord } from './write.ts'

/** What something is put behind: a moment, or the divider that begins a stage; null for the very start. */
export type Behind = MomentId | StageId | null

interface LinePart extends Ordered {
  /** In the bin or under another note: it keeps its spot, for the day when it comes back. */
  readonly hidden: boolean
}

/**
 * What shares one order, sorted: the moments on the line and behind the scenes, and the dividers between the stages. So
 * whatever is put behind a moment stays in that moment's stage. What doesn't show has a spot too: something that is put
 * between two others stays on its side of it, also when it comes back.
 */
export function orderedLine(board: Board): readonly LinePart[] {
  const line: LinePart[] = []
  for (const [key, raw] of board.moments) {
    const { order, removed, stackedOn } = readStanding(raw)
    line.push({ id: key, order, hidden: removed || stackedOn !== null })
  }
  for (const [key, raw] of board.stages) {
    const { removed, order } = readStage(key as StageId, raw)
    line.push({ id: key, order, hidden: removed })
  }
  return line.toSorted(compareOrder)
}

/** A key behind `after`, at the end if that isn't on the line. While ideas are open nothing else is re-keyed. */
export function spotBehind(board: Board, after: Behind | 'last', random: Random): Insertion {
  const { orders, rekeyed } = spotsBehind(board, after, 1, random)
  return { order: orders[0] ?? '', rekeyed }
}

/** The same for so many in a row: the line is read once. */
export function spotsBehind(board: Board, after: Behind | 'last', count: number, random: Random): Insertions {
  const line = orderedLine(board)
  const found = after === null ? -1 : line.findIndex(({ id }) => id === after)
  const index = after !== null && found < 0 ? line.length : found + 1
  if (readSession(board.session).phase !== 'ideas') return insertKeys(line, index, count, random)
  return { orders: insertKeysAlone(line, index, count, random), rekeyed: [] }
}

/** Does `id` lie directly behind `after` already? */
export function precedes(board: Board, after: Behind, id: StageId): boolean {
  const line = orderedLine(board).filter((part) => part.id === id || part.id === after || !part.hidden)
  const at = line.findIndex((part) => part.id === id)
  return at >= 0 && (line[at - 1]?.id ?? null) === after
}

/** Makes room on the line, whatever lies there. */
export function rekey(board: Board, rekeyed: Insertion['rekeyed']): void {
  for (const { id, order } of rekeyed) {
    updateRecord(board.moments, id, { order })
    updateRecord(board.stages, id, { order })
  }
}
