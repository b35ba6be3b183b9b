import { roles, type Role } from '@momentous/shared/domain/role'
import type { LinkRecord } from '../storage/storage.ts'
import { hashToken, newToken } from './token.ts'

export interface NewLinks {
  /** Told once, to whoever made the board; nobody can look them up later. */
  readonly tokens: Readonly<Record<Role, string>>
  readonly records: readonly LinkRecord[]
}

/** One link a role for a new board. */
export function newLinks(): NewLinks {
  const tokens = { facilitator: newToken(), participant: newToken(), observer: newToken() }
  return { tokens, records: roles.map((role) => openLink(tokens[role], role)) }
}

export function openLink(token: string, role: Role): LinkRecord {
  return { hash: hashToken(token), role, closed: false }
}
