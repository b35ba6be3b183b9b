import { isId, type BoardId } from '@momentous/shared/domain/id'
import type { FastifyRequest } from 'fastify'
import * as v from 'valibot'
import { bearerToken } from '../links/bearer.ts'
import type { Bearer } from '../links/capability.ts'
import type { BoardFacts } from '../storage/storage.ts'
import { refusals } from './refusal.ts'
import type { Services } from './services.ts'

const params = v.object({ id: v.custom<BoardId>(isId) })

/** The board that the address names; what can't be an id is no board. */
export function boardOf(request: FastifyRequest): BoardId {
  const read = v.safeParse(params, request.params)
  if (!read.success) throw refusals.noBoard()
  return read.output.id
}

/** Who asks, by the token in the header; refuses with 401, 403, 404 or 410 when nobody may be it. */
export async function authorize(services: Services, request: FastifyRequest): Promise<Bearer> {
  const bearer = await newcomer(services, request)
  const facts = bearer.link === null ? null : await services.storage.board(bearer.board)
  // A link alone opens nothing while the board asks for a passphrase: a seat has to be taken with both.
  if ((facts?.record.passphrase ?? null) !== null) throw refusals.passphrase()
  return bearer
}

/** The same at the door itself, where a link may be shown before the passphrase is said. */
export async function newcomer({ links, storage }: Services, request: FastifyRequest): Promise<Bearer> {
  const board = boardOf(request)
  const token = bearerToken(request.headers.authorization)
  const verdict = token === null ? null : await links.verify(token)
  if (verdict?.ok === true) {
    if (verdict.bearer.board !== board) throw refusals.otherBoard()
    return verdict.bearer
  }
  const facts = await storage.board(board)
  if (facts === null) throw refusals.noBoard()
  // Names are for those who once had a way in to this very board.
  if (verdict !== null && verdict.why !== 'unknown') {
    const whom = verdict.board === board ? facilitatorOf(facts) : null
    throw verdict.why === 'removed' ? refusals.removedSeat(whom) : refusals.closedLink(whom)
  }
  throw verdict === null ? refusals.noToken() : refusals.unknownToken()
}

/** Who steers the board, by name; null while nobody has taken that seat. */
export function facilitatorOf({ seats }: BoardFacts): string | null {
  return seats.find(({ role, closed }) => role === 'facilitator' && !closed)?.name ?? null
}

/** The same for what rule S4 leaves to facilitators: seats, links, the door and the board as a whole. */
export async function authorizeFacilitator(services: Services, request: FastifyRequest, what: string): Promise<Bearer> {
  const bearer = await authorize(services, request)
  if (bearer.actor.role !== 'facilitator') throw refusals.facilitatorOnly(what)
  return bearer
}
