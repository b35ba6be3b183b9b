import rateLimit from '@fastify/rate-limit'
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import { boardRoutes } from './boards.ts'
import { commandRoutes } from './commands.ts'
import { boundConnections } from './connections.ts'
import { answerErrors } from './errors.ts'
import { formRoutes } from './forms.ts'
import { securityHeaders } from './headers.ts'
import { healthRoutes } from './health.ts'
import { imageRoutes } from './images.ts'
import { importRoutes } from './imports.ts'
import { closeWithLastAnswers } from './last-answers.ts'
import { linkRoutes } from './links.ts'
import { readJson } from './json.ts'
import { pictureRoutes } from './pictures.ts'
import { trustsOf } from './network.ts'
import { metricsRoutes } from './metrics.ts'
import { logRequests } from './request-log.ts'
import { seatRoutes } from './seats.ts'
import type { Services } from './services.ts'
import { serveClient } from './static.ts'
import { acceptUpgrades } from './upgrade.ts'
import { webhookRoutes } from './webhooks.ts'

/** A connection on which nothing happens, in milliseconds. */
const IDLE = 30_000

/** How long somebody may take to ask, in milliseconds. */
export interface Patience {
  readonly headersTimeout: number
  readonly requestTimeout: number
  readonly connectionsCheckingInterval: number
}

const PATIENCE: Patience = { headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 2_000 }

/** How long the head of a question may be, in bytes. */
const HEAD_MAX = 16 * 1024

/** A command holds at most a long text; boards come in by another way. */
const BODY_MAX = 256 * 1024

export interface AppOptions {
  readonly log: FastifyBaseLogger
  /** Where the built client lies. */
  readonly client: string
  readonly patience?: Patience | undefined
}

/** Everything that is answered by HTTP, and the upgrade of sockets handed to the rooms. */
export async function createApp(
  services: Services,
  { log, client, patience = PATIENCE }: AppOptions,
): Promise<FastifyInstance> {
  const trusts = trustsOf(services.config.proxies)
  const app = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_MAX,
    trustProxy: trusts,
    http: { ...patience, maxHeaderSize: HEAD_MAX },
    requestTimeout: patience.requestTimeout,
    connectionTimeout: IDLE,
    forceCloseConnections: 'idle',
  })
  boundConnections(app.server, trusts, IDLE)
  closeWithLastAnswers(app)
  readJson(app)
  answerErrors(app, services)
  logRequests(app)
  await securityHeaders(app, services.config)
  await app.register(rateLimit, { global: false })
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
  })
  const boards = [boardRoutes, seatRoutes, linkRoutes, commandRoutes, formRoutes, imageRoutes, importRoutes]
  for (const routes of [...boards, pictureRoutes, webhookRoutes]) routes(app, services)
  for (const routes of [healthRoutes, metricsRoutes]) routes(app, services)
  await serveClient(app, client)
  acceptUpgrades(app.server, services, trusts, log)
  return app
}
