import { roles, type Role } from '@momentous/shared/domain/role'
import { useMemo, useState } from 'react'
import { isRefusal } from '../model/http.ts'
import type { Identity, SeatedBoard } from '../model/identity.ts'
import { deleteBoard, renewLink } from '../model/links.ts'

/** The links that this device knows, because it made or used them; whole addresses. */
export interface BoardLinks {
  readonly known: Partial<Readonly<Record<Role, string>>>
  /** Makes a new link, which ends the old one. Null when that worked, else the sentence why not. */
  readonly renew: (role: Role, otherwise: string) => Promise<string | null>
  /** Deletes the board for everybody. Null when that worked, else the sentence why not. */
  readonly deleteBoard: (otherwise: string) => Promise<string | null>
}

export function useLinks(board: SeatedBoard, identity: Identity): BoardLinks {
  const [links, setLinks] = useState(() => knownLinks(board, identity))
  return useMemo(
    () => ({
      known: links,
      async renew(role, otherwise) {
        const fresh = await renewLink(board.id, board.seat.token, role)
        if (isRefusal(fresh)) return fresh.message ?? otherwise
        const kept = identity.find(board.id, board.seat.token) ?? board
        identity.remember({ ...kept, links: { ...kept.links, [role]: fresh.token } })
        setLinks((before) => ({ ...before, [role]: fresh.link }))
        return null
      },
      async deleteBoard(otherwise) {
        const refusal = await deleteBoard(board.id, board.seat.token)
        return refusal === null ? null : (refusal.message ?? otherwise)
      },
    }),
    [board, identity, links],
  )
}

/** Also those that this device remembers from another role on the same board. */
function knownLinks(board: SeatedBoard, identity: Identity): BoardLinks['known'] {
  const remembered = [board, ...identity.boards().filter(({ id }) => id === board.id)]
  const links: Partial<Record<Role, string>> = {}
  for (const role of roles) {
    const token = remembered.map((each) => each.links[role]).find((each) => each !== undefined)
    if (token !== undefined) links[role] = `${location.origin}/b/${board.id}#${token}`
  }
  return links
}
