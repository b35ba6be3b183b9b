import { roles, workplaces, type Role } from '@momentous/shared/domain/role'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as v from 'valibot'
import type { Bearer } from '../links/capability.ts'
import { linkTo } from './addresses.ts'
import { authorizeFacilitator } from './authorize.ts'
import { rates } from './rates.ts'
import { read, words } from './reading.ts'
import { refusals } from './refusal.ts'
import type { Services } from './services.ts'

const role = v.picklist(roles, `A role is one of ${roles.join(', ')}.`)
const wish = v.variant(
  'do',
  [
    v.object({ do: v.literal('renew'), role }),
    v.object({ do: v.literal('close'), role }),
    v.object({
      do: v.literal('invite'),
      role,
      name: v.optional(words(80, 'Please keep the name under 80 characters.')),
      workplace: v.optional(v.nullable(v.picklist(workplaces))),
    }),
  ],
  'Say what to do with the link: {"do": "renew"}, {"do": "close"} or {"do": "invite"}, and for which role.',
)
type Wish = v.InferOutput<typeof wish>

/** The board's links, for facilitators. Tokens are kept as hashes: a link is told once, when it is made. */
export function linkRoutes(app: FastifyInstance, services: Services): void {
  app.get('/api/boards/:id/links', async (request) => {
    const { board } = await authorizeFacilitator(services, request, 'Links')
    const links = (await services.storage.board(board))?.links ?? []
    const isOpen = (each: Role): boolean => links.some((link) => link.role === each && !link.closed)
    return { links: roles.map((each) => ({ role: each, open: isOpen(each) })) }
  })

  app.post('/api/boards/:id/links', { config: { rateLimit: rates.create } }, async (request, reply) => {
    const bearer = await authorizeFacilitator(services, request, 'Links')
    const told = await carryOut(services, request, bearer, read(wish, request.body))
    return told === null ? reply.code(204).send() : reply.code(201).send(told)
  })
}

interface Told {
  readonly role: Role
  readonly link: string
  readonly token: string
}

async function carryOut(
  services: Services,
  request: FastifyRequest,
  bearer: Bearer,
  asked: Wish,
): Promise<Told | null> {
  const { config, links } = services
  const { board, actor } = bearer
  const told = (token: string): Told => ({ role: asked.role, link: linkTo(config, request, board, token), token })
  switch (asked.do) {
    case 'renew':
      return told(await links.renew(board, asked.role, actor.seat))
    case 'close':
      await links.closeLink(board, asked.role, actor.seat)
      return null
    case 'invite': {
      const answer = await links.invite(board, asked, asked.role)
      if (!answer.ok) throw refusals.full()
      return told(answer.grant.token)
    }
  }
}
