import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify'
import { Interrupted } from '../exports/interrupted.ts'
import { StorageFault } from '../storage/storage-fault.ts'
import { Refusal, refusalOfFault, refusals } from './refusal.ts'
import type { Services } from './services.ts'

/** What the framework refuses by itself, by status, in our words. */
const frameworkRefusals: Readonly<Record<number, readonly [code: string, sentence: string]>> = {
  400: ['bad-request', 'The body has to be JSON.'],
  404: ['not-found', 'There is nothing at this address.'],
  413: ['too-large', 'This is too large to be taken in one piece.'],
  414: ['too-long', 'This address is too long.'],
  415: ['bad-request', 'The body has to be JSON, with the content type application/json.'],
  429: ['too-many', 'Too many of these came from your network. Wait a minute and try again.'],
  431: ['too-large', 'The header of this request is too large.'],
}

/** Of those who are told to come again the log hears this often, with their number; in milliseconds. */
const BUSY_TOLD = 10_000

/** Every error leaves as `{error: {code, message}}`; what nobody expected is logged, and its words stay here. */
export function answerErrors(app: FastifyInstance, { ledger, now }: Pick<Services, 'ledger' | 'now'>): void {
  const told = { at: -Infinity, since: 0 }

  /** A bound that holds is no fault: it is counted, and a crowd at the door writes a line now and then. */
  function noteBusy(route: string | undefined): void {
    ledger.add('busy', 1)
    told.since++
    if (Math.abs(now() - told.at) < BUSY_TOLD) return
    app.log.warn({ route, requests: told.since }, 'Requests were told to come again: as many as can be were under way')
    told.at = now()
    told.since = 0
  }

  app.setErrorHandler((error: FastifyError | Error, request, reply) => {
    const refusal = refusalOf(error, reply.raw.destroyed)
    if (refusal.code === 'busy') noteBusy(request.routeOptions.url)
    else if (refusal.status >= 500)
      request.log.error({ err: error, route: request.routeOptions.url }, 'A request failed')
    return refuse(reply, refusal)
  })
  app.setNotFoundHandler((_request, reply) => refuse(reply, refusals.notFound()))
}

function refuse(reply: FastifyReply, { status, code, message, facilitator }: Refusal): FastifyReply {
  const whom = facilitator === null ? {} : { facilitator }
  return reply.code(status).send({ error: { code, message, ...whom } })
}

function refusalOf(error: FastifyError | Error, hasGone: boolean): Refusal {
  if (error instanceof Refusal) return error
  if (error instanceof StorageFault) return refusalOfFault(error)
  if (error instanceof Interrupted) return hasGone ? refusals.gone() : refusals.stopping()
  const status = 'statusCode' in error ? (error.statusCode ?? 500) : 500
  const known = frameworkRefusals[status]
  if (known !== undefined) return new Refusal(status, ...known)
  if (status < 500) return new Refusal(status, 'bad-request', 'The server can’t make sense of this request.')
  return new Refusal(
    500,
    'failed',
    'The server failed at this. Try again; if it goes on, tell whoever runs the server.',
  )
}
