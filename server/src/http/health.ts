import type { FastifyInstance } from 'fastify'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { Refusal } from './refusal.ts'
import type { Services } from './services.ts'

/** How long the storage may take before the server counts as not ready, in milliseconds. */
const READY_WITHIN = 2000

type EventLoopDelay = ReturnType<typeof monitorEventLoopDelay>

/** For whoever runs the server: is it alive, can it serve, how is it. Nothing here names a board or a person. */
export function healthRoutes(app: FastifyInstance, { storage, rooms }: Services): void {
  const delay = monitorEventLoopDelay({ resolution: 10 })
  delay.enable()
  app.addHook('onClose', () => void delay.disable())

  app.get('/healthz', () => ({ ok: true }))

  app.get('/readyz', async () => {
    const patience = new AbortController()
    const late = wait(READY_WITHIN, 'late', { signal: patience.signal }).catch(() => 'late')
    const state = await Promise.race([storage.ready().then(() => 'ready'), late])
    patience.abort()
    if (state === 'late') throw new Refusal(503, 'not-ready', 'The storage takes too long to answer.')
    return { ok: true }
  })

  app.get('/metrics', (_request, reply) => reply.type('text/plain; version=0.0.4').send(metrics(rooms.counts(), delay)))
}

function metrics({ rooms, peers }: { rooms: number; peers: number }, delay: EventLoopDelay): string {
  const { rss } = process.memoryUsage()
  const rows: readonly (readonly [name: string, help: string, value: number])[] = [
    ['momentous_rooms', 'Boards that are open in memory', rooms],
    ['momentous_peers', 'Sockets on all boards', peers],
    [
      'momentous_event_loop_delay_p99_seconds',
      'Delay of the event loop since the start, 99th percentile',
      delay.percentile(99) / 1e9,
    ],
    ['process_resident_memory_bytes', 'Resident memory', rss],
    ['process_uptime_seconds', 'Time since the start', process.uptime()],
  ]
  return rows.map(([name, help, value]) => `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${name} ${value}\n`).join('')
}
