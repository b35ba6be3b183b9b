import type { BoardId } from '@momentous/shared/domain/id'
import type { Role } from '@momentous/shared/domain/role'
import * as v from 'valibot'
import { ask, type Refusal } from './http.ts'

/** A link as the server tells it, once: afterwards it knows only a hash of the token. */
export interface FreshLink {
  readonly link: string
  readonly token: string
}

const freshLink = v.object({ link: v.string(), token: v.string() })

/** Closes a role's link and everybody's seat that hangs on it, and makes a new one. One's own seat moves along. */
export function renewLink(board: BoardId, token: string, role: Role): Promise<FreshLink | Refusal> {
  return ask(freshLink, `/api/boards/${board}/links`, { token, body: { do: 'renew', role } })
}

/** Deletes the board for everybody; null when nothing of it is left. */
export function deleteBoard(board: BoardId, token: string): Promise<Refusal | null> {
  return ask(v.null(), `/api/boards/${board}`, { token, deletes: true })
}
