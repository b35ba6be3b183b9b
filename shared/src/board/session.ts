import type { Session } from '../domain/session.ts'
import type { Board } from './board.ts'

/** Sets what differs in the session. Only the server calls this: every key of the session is governed. */
export function setSession(board: Board, changes: Partial<Session>): void {
  for (const [key, next] of Object.entries(changes)) {
    if (JSON.stringify(board.session.get(key)) !== JSON.stringify(next)) board.session.set(key, next)
  }
}
