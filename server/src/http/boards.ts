import { roles, type Role } from '@momentous/shared/domain/role'
import { templateOrder } from '@momentous/shared/board/templates'
import { redact } from '@momentous/shared/exports/redact'
import type { FastifyInstance } from 'fastify'
import * as v from 'valibot'
import { linkTo } from './addresses.ts'
import { authorize, authorizeFacilitator, facilitatorOf, newcomer } from './authorize.ts'
import { makeBoard } from './new-board.ts'
import { rates } from './rates.ts'
import { read, words } from './reading.ts'
import { refusals } from './refusal.ts'
import type { Services } from './services.ts'

const newBoard = v.object({
  title: v.pipe(words(120, 'Please keep the name under 120 characters.'), v.nonEmpty('A board needs a name.')),
  why: v.optional(words(1000, 'Please keep the why under 1000 characters.'), ''),
  template: v.optional(v.picklist(templateOrder, `The templates are ${templateOrder.join(', ')}.`), 'empty'),
})

const UNTOLD = { title: '', why: '', phase: 'lobby' } as const

/** Boards: make one, look at one, delete one. */
export function boardRoutes(app: FastifyInstance, services: Services): void {
  const { config, storage, rooms, links, now } = services

  app.post('/api/boards', { config: { rateLimit: rates.create } }, async (request, reply) => {
    const { id, tokens } = await makeBoard(storage, read(newBoard, request.body), now())
    const link = (role: Role): string => linkTo(config, request, id, tokens[role])
    return reply.code(201).send({ id, links: Object.fromEntries(roles.map((role) => [role, link(role)])), tokens })
  })

  app.get('/api/boards/:id', { config: { rateLimit: rates.look } }, async (request) => {
    const { board, actor } = await authorize(services, request)
    return { id: board, role: actor.role, board: redact(await rooms.snapshot(board), actor.role) }
  })

  app.get('/api/boards/:id/door', { config: { rateLimit: rates.look } }, async (request) => {
    const { board, actor, link } = await newcomer(services, request)
    const facts = await storage.board(board)
    if (facts === null) throw refusals.noBoard()
    const { door, passphrase, deleteAt, idleDays } = facts.record
    // Until the passphrase is said, a link alone tells nothing of what the board is about.
    const asks = link !== null && passphrase !== null
    const { title, why, phase } = asks ? UNTOLD : await rooms.session(board)
    const mine = facts.seats.find(({ id }) => id === actor.seat)
    return {
      id: board,
      title,
      why,
      phase,
      role: actor.role,
      facilitator: facilitatorOf(facts),
      open: door === 'open',
      passphrase: asks,
      deleteAt,
      idleDays,
      seat: mine === undefined ? null : { id: mine.id, name: mine.name, workplace: mine.workplace },
    }
  })

  app.delete('/api/boards/:id', async (request, reply) => {
    const { board } = await authorizeFacilitator(services, request, 'Deleting the board')
    await links.deleteBoard(board)
    return reply.code(204).send()
  })
}
