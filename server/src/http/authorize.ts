import { ID_PATTERN, type BoardId } from '@momentous/shared/domain/id'
import type { FastifyRequest } from 'fastify'
import * as v from 'valibot'
import { bearerToken } from '../links/bearer.ts'
import type { Bearer } from '../links/capability.ts'
import { refusals } from './refusal.ts'
import type { Services } from './services.ts'

const params = v.object({ id: v.pipe(v.string(), v.regex(ID_PATTERN)) })

/** The board that the address names; what can't be an id is no board. */
export function boardOf(request: FastifyRequest): BoardId {
  const read = v.safeParse(params, request.params)
  if (!read.success) throw refusals.noBoard()
  return read.output.id as BoardId
}

/** Who asks, by the token in the header; refuses with 401, 403, 404 or 410 when nobody may be it. */
export async function authorize({ links, storage }: Services, request: FastifyRequest): Promise<Bearer> {
  const board = boardOf(request)
  const token = bearerToken(request.headers.authorization)
  const verdict = token === null ? null : await links.verify(token)
  if (verdict?.ok === true) {
    if (verdict.bearer.board !== board) throw refusals.otherBoard()
    return verdict.bearer
  }
  if (verdict?.why === 'closed') throw refusals.closedLink()
  if ((await storage.board(board)) === null) throw refusals.noBoard()
  throw verdict === null ? refusals.noToken() : refusals.unknownToken()
}

/** The same for what rule S4 leaves to facilitators: seats, links, the door and the board as a whole. */
export async function authorizeFacilitator(services: Services, request: FastifyRequest, what: string): Promise<Bearer> {
  const bearer = await authorize(services, request)
  if (bearer.actor.role !== 'facilitator') throw refusals.facilitatorOnly(what)
  return bearer
}
