import type { FastifyInstance } from 'fastify'

/** So long whoever asks or takes when the server stops still has, in milliseconds: less than a clean stop may take. */
const PATIENCE = 5_000

/**
 * A connection with a question under way isn't idle when the server stops, and would stay open after its answer for as
 * long as its browser likes, and the server with it: it goes with that answer.
 */
export function closeWithLastAnswers(app: FastifyInstance, patience: number = PATIENCE): void {
  let stops = false
  app.addHook('preClose', (done) => {
    stops = true
    const late = setTimeout(() => app.server.closeAllConnections(), patience)
    late.unref()
    app.server.once('close', () => clearTimeout(late))
    done()
  })
  app.addHook('onSend', async (_request, reply) => {
    if (stops) void reply.header('connection', 'close')
  })
}
