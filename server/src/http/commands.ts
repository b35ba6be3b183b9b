import { isId, newId, type CommandId } from '@momentous/shared/domain/id'
import type { FastifyInstance } from 'fastify'
import { getRandomValues } from 'node:crypto'
import * as v from 'valibot'
import { authorize } from './authorize.ts'
import { rates } from './rates.ts'
import { read } from './reading.ts'
import { Refusal, refusals } from './refusal.ts'
import type { Services } from './services.ts'

const command = v.object({
  name: v.string(),
  args: v.optional(v.unknown(), {}),
  /** Given by whoever may have to send it again; the same id twice changes nothing. */
  id: v.optional(v.custom<CommandId>(isId, 'A command’s id has 8 to 44 letters, digits, - or _.')),
})

/** A governed command by HTTP takes the very way of one that came by a socket. */
export function commandRoutes(app: FastifyInstance, services: Services): void {
  app.post('/api/boards/:id/commands', { config: { rateLimit: rates.command } }, async (request) => {
    const bearer = await authorize(services, request)
    const { name, args, id = newId<CommandId>((bytes) => getRandomValues(bytes)) } = read(command, request.body)
    const answer = await services.rooms.command(bearer, { id, name, args })
    switch (answer.state) {
      case 'done':
        return { id, ok: true, ...('value' in answer ? { value: answer.value } : {}) }
      case 'refused':
        throw new Refusal(403, answer.rule, answer.reason)
      case 'unsaved':
        throw new Refusal(503, 'not-saved', answer.reason)
      case 'unfit':
        throw refusals.unfit(answer.reason)
    }
  })
}
