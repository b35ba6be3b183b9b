import { workplaces } from '@momentous/shared/domain/role'
import type { BoardId } from '@momentous/shared/domain/id'
import type { FastifyInstance } from 'fastify'
import * as v from 'valibot'
import type { TurnedAway } from '../links/seat-verbs.ts'
import { facilitatorOf, newcomer } from './authorize.ts'
import { networkOf } from './network.ts'
import { rates } from './rates.ts'
import { read, words } from './reading.ts'
import { refusals, type Refusal } from './refusal.ts'
import type { Services } from './services.ts'

const workplace = v.optional(v.nullable(v.picklist(workplaces, `Where one works is one of ${workplaces.join(', ')}.`)))

const wishes = v.object({
  name: v.optional(words(80, 'Please keep the name under 80 characters.')),
  workplace,
  /** The name that the contract with the outside gives it. */
  place: workplace,
  /** What a board may ask for beside its link. */
  passphrase: v.optional(words(200, 'Please keep the passphrase under 200 characters.')),
})

/** Takes a seat with a link; with a seat's own token, changes that seat. */
export function seatRoutes(app: FastifyInstance, services: Services): void {
  app.post('/api/boards/:id/seats', { config: { rateLimit: rates.join } }, async (request, reply) => {
    const bearer = await newcomer(services, request)
    const { name, workplace: named, place, passphrase = null } = read(wishes, request.body ?? {})
    const saying = { passphrase, from: networkOf(request.ip) }
    const answer = await services.links.takeSeat(bearer, { name, workplace: named ?? place }, saying)
    if (!answer.ok) throw await turnedAway(services, bearer.board, answer.why)
    const { seat, token } = answer.grant
    return reply.code(answer.fresh ? 201 : 200).send({
      seat: { id: seat.id, name: seat.name, role: seat.role, workplace: seat.workplace },
      token,
    })
  })
}

async function turnedAway({ storage }: Services, board: BoardId, why: TurnedAway): Promise<Refusal> {
  const facts = await storage.board(board)
  if (facts === null) return refusals.noBoard()
  const whom = facilitatorOf(facts)
  switch (why) {
    case 'full':
      return refusals.full()
    case 'closed':
      return refusals.closedLink(whom)
    case 'door-closed':
      return refusals.closedDoor(whom)
    case 'passphrase':
      return refusals.passphrase()
    case 'wrong-passphrase':
      return refusals.wrongPassphrase(whom)
    case 'many-tries':
      return refusals.manyTries()
  }
}
