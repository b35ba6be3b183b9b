import type { BoardId } from '@momentous/shared/domain/id'
import { closeReasons } from '@momentous/shared/wire/close-reasons'
import { closeCodes } from '@momentous/shared/wire/frames'
import type { Verdict } from '../../links/capability.ts'
import { isDamaged, StorageFault } from '../../storage/storage-fault.ts'

export const TRY_LATER = [closeCodes.tryLater, 'Try again in a moment.'] as const
export const NO_SUCH_BOARD = [closeCodes.noSuchBoard, 'There is no such board.'] as const

/** What happened to a link is told to those who had it for this very board. */
export function reasonOf(verdict: Exclude<Verdict, { ok: true }> | null, board: BoardId): string {
  if (verdict === null || verdict.why === 'unknown' || verdict.board !== board) return closeReasons.unknownLink
  return verdict.why === 'removed' ? closeReasons.seatRemoved : closeReasons.linkClosed
}

/** What is told when a board can't be opened. */
export function closeFor(error: unknown): readonly [code: number, reason: string] {
  if (error instanceof StorageFault && error.kind === 'no-such-board') return NO_SUCH_BOARD
  if (isDamaged(error)) return [closeCodes.damaged, 'This board can’t be read at the moment.']
  return [closeCodes.tryLater, 'This board can’t be opened now. Try again in a moment.']
}
