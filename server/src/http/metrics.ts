import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Config } from '../config.ts'
import { bearerToken } from '../links/bearer.ts'
import { hashToken, sameHash } from '../links/token.ts'
import { gauges } from '../metrics/gauges.ts'
import { watchLoop } from '../metrics/loop-watch.ts'
import { trustsOf } from './network.ts'
import { Refusal } from './refusal.ts'
import type { Services } from './services.ts'

/** How the server is, for Prometheus: to this machine alone, or to whoever shows the token that is set for it. */
export function metricsRoutes(app: FastifyInstance, { config, rooms, ledger }: Services): void {
  const loop = watchLoop()
  app.addHook('onClose', () => loop.stop())

  app.get('/metrics', (request, reply) => {
    if (!mayLook(config, request)) throw NOT_HERE()
    const families = [...gauges(rooms.load(), loop.state()), ...ledger.families()]
    return reply
      .type('text/plain; version=0.0.4')
      .header('cache-control', 'no-store')
      .send(families.map(({ text }) => text).join(''))
  })
}

const NOT_HERE = () =>
  new Refusal(
    403,
    'metrics',
    'Metrics are told to this machine alone. To read them from elsewhere, set METRICS_TOKEN and send it as a bearer token.',
  )

const isThisMachine = trustsOf([])

function mayLook({ metricsToken }: Config, { headers, socket }: FastifyRequest): boolean {
  if (metricsToken !== null) {
    const shown = bearerToken(headers.authorization)
    return shown !== null && sameHash(hashToken(shown), hashToken(metricsToken))
  }
  // What a proxy on this machine passes on is from somewhere else, also when it doesn't say so.
  const passedOn =
    headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined || headers.via !== undefined
  return !passedOn && isThisMachine(socket.remoteAddress ?? '') && isLocalName(headers.host)
}

function isLocalName(host: string | undefined): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i.test(host ?? '')
}
