import { webhookSchema } from '@momentous/shared/exports/webhook-json'
import type { FastifyInstance } from 'fastify'
import * as v from 'valibot'
import type { HookAnswer } from '../webhooks/hooks.ts'
import { authorizeFacilitator } from './authorize.ts'
import { rates } from './rates.ts'
import { read } from './reading.ts'
import { Refusal } from './refusal.ts'
import type { Services } from './services.ts'

const address = v.object({ url: v.pipe(v.string('Say where to: {"url": "https://…"}.'), v.trim()) })

/** Whom a board tells that its session is finished, for facilitators. The secret is told once, when it is made. */
export function webhookRoutes(app: FastifyInstance, services: Services): void {
  const { hooks } = services
  const asking = { config: { rateLimit: rates.hook } }

  app.get('/api/schema/webhook.json', { config: { rateLimit: rates.look } }, (_, reply) =>
    reply.type('application/schema+json').send(webhookSchema),
  )

  app.get('/api/boards/:id/webhook', { config: { rateLimit: rates.look } }, async (request) => {
    const { board } = await authorizeFacilitator(services, request, WHAT)
    const stored = await hooks.look(board)
    const webhook = stored === null ? null : { url: stored.hook.url, since: stored.hook.since }
    return { allowed: hooks.reach, now: services.now(), webhook, deliveries: stored?.deliveries ?? [] }
  })

  app.put('/api/boards/:id/webhook', asking, async (request) => {
    const { board } = await authorizeFacilitator(services, request, WHAT)
    return told(await hooks.set(board, read(address, request.body).url))
  })

  app.post('/api/boards/:id/webhook/secret', asking, async (request) => {
    const { board } = await authorizeFacilitator(services, request, WHAT)
    return told(await hooks.renewSecret(board))
  })

  app.post('/api/boards/:id/webhook/test', asking, async (request) => {
    const { board } = await authorizeFacilitator(services, request, WHAT)
    return told(await hooks.test(board))
  })

  app.delete('/api/boards/:id/webhook', asking, async (request, reply) => {
    const { board } = await authorizeFacilitator(services, request, WHAT)
    await hooks.drop(board)
    return reply.code(204).send()
  })
}

const WHAT = 'The webhook'
const statuses = { unfit: 422, none: 404, waiting: 409 } as const
const codes = { unfit: 'bad-arguments', none: 'no-webhook', waiting: 'on-its-way' } as const

function told(answer: HookAnswer): { readonly secret: string | null } {
  if (!answer.ok) throw new Refusal(statuses[answer.why], codes[answer.why], answer.reason)
  return { secret: answer.secret }
}
