import type { FastifyInstance } from 'fastify'
import { setTimeout as wait } from 'node:timers/promises'
import { Refusal } from './refusal.ts'
import type { Services } from './services.ts'

/** How long the storage may take before the server counts as not ready, in milliseconds. */
const READY_WITHIN = 2000

/** For whoever runs the server: is it alive, can it serve. Nothing here names a board or a person. */
export function healthRoutes(app: FastifyInstance, { storage }: Services): void {
  app.get('/healthz', () => ({ ok: true }))

  app.get('/readyz', async () => {
    const patience = new AbortController()
    const late = wait(READY_WITHIN, 'late', { signal: patience.signal }).catch(() => 'late')
    const state = await Promise.race([storage.ready().then(() => 'ready'), late])
    patience.abort()
    if (state === 'late') throw new Refusal(503, 'not-ready', 'The storage takes too long to answer.')
    return { ok: true }
  })
}
