import { pieceRoots, recordLimits, recordRoots, type RecordRoot } from '../board/records.ts'
import type { RedactedBoard } from './redact.ts'

/** What no single value of a board's file shows, as a sentence with its place; null when all of it fits. */
export function troubleOf(board: RedactedBoard): string | null {
  const pieces = new Map<string, RecordRoot>()
  for (const root of recordRoots) {
    const limit = recordLimits[root]
    if (board[root].length > limit) return `it has ${board[root].length} ${root}, and a board holds ${limit}.`
    const isPiece = pieceRoots.some((each) => each === root)
    const ids = new Set<string>()
    for (const [at, record] of board[root].entries()) {
      const id = 'id' in record ? record.id : record.moment
      if (ids.has(id) || (isPiece && pieces.has(id)))
        return `${root}, the ${ordinal(at + 1)}: its id belongs to another one already.`
      ids.add(id)
      if (isPiece) pieces.set(id, root)
    }
  }
  return null
}

/** 1st, 2nd, 3rd, 11th ... */
export function ordinal(number: number): string {
  const [last, lastTwo] = [number % 10, number % 100]
  if (lastTwo > 10 && lastTwo < 14) return `${number}th`
  return `${number}${['th', 'st', 'nd', 'rd'][last] ?? 'th'}`
}
