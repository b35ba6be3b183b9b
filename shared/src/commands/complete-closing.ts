import type { Board } from '../board/board.ts'
import { setSession } from '../board/session.ts'
import { viewOf } from '../board/view.ts'
import { createRecord, updateRecord } from '../board/write.ts'
import type { Spread } from '../domain/assessment.ts'
import type { MomentId } from '../domain/id.ts'
import type { Closing } from '../domain/session.ts'
import { enterPhase } from './enter-phase.ts'

/** What the vault adds up to at the moment of the close. */
export interface Sums {
  votes(round: number): { readonly totals: Readonly<Record<string, number>>; readonly ballots: number }
  spread(moment: MomentId, round: number): Spread
}

function closeOpenVote(board: Board, sums: Sums): void {
  const { vote } = viewOf(board).session
  if (vote.state === 'open')
    setSession(board, { vote: { state: 'closed', round: vote.round, ...sums.votes(vote.round) } })
}

function reveal(board: Board, moment: MomentId, sums: Sums): void {
  const grading = viewOf(board).grade(moment)?.grading
  if (grading?.state !== 'open') return
  createRecord(board.grades, 'grades', moment, {})
  updateRecord(board.grades, moment, {
    grading: { state: 'revealed', round: grading.round, spread: sums.spread(moment, grading.round) },
  })
}

/** Does what a closing step announced, once its five seconds are over. Only the server calls this. */
export function completeClosing(board: Board, closing: Closing, sums: Sums): void {
  setSession(board, { closing: null })
  switch (closing.step) {
    case 'close-vote':
      return closeOpenVote(board, sums)
    case 'reveal-grade':
      return reveal(board, closing.moment, sums)
    case 'move-phase':
      closeOpenVote(board, sums)
      for (const { moment } of viewOf(board).grades()) reveal(board, moment, sums)
      return enterPhase(board, closing.to)
    case 'finish-session':
      return setSession(board, { finished: closing.at })
  }
}
