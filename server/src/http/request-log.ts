import type { FastifyInstance } from 'fastify'

/** One line a request: the route, never the address that was asked for, no header, no body, nobody's name. */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request
    request.log.info({ method, route: routeOptions.url, status: reply.statusCode, ms: Math.round(reply.elapsedTime) })
  })
}
