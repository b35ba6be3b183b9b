import { getRandomValues } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import type { Logger } from 'pino'
import { addresses, type Config } from './config.ts'
import { createApp, type Patience } from './http/app.ts'
import type { RoomService } from './http/room-service.ts'
import { createLinks } from './links/links.ts'
import { createSweep, startSweep } from './links/sweep.ts'
import { createLedger } from './metrics/ledger.ts'
import { measuredStorage } from './metrics/measured-storage.ts'
import { realAfter } from './alarm.ts'
import type { World } from './rooms/world.ts'
import { loggingListener } from './storage/storage-listener.ts'
import { storageFor } from './storage/storages.ts'
import { createCourier } from './webhooks/courier.ts'
import { createHooks } from './webhooks/hooks.ts'
import { dnsResolve, type Resolve } from './webhooks/resolve.ts'

export interface Parts {
  readonly log: Logger
  /** Where the built client lies. */
  readonly client: string
  readonly createRooms: (world: World) => RoomService
  /** How long somebody may take to ask; left out, what suits people. */
  readonly patience?: Patience
  /** Who finds the address of a name; left out, the DNS of this machine. */
  readonly resolve?: Resolve
}

export interface Running {
  /** What to open, the address to pass on first. */
  readonly addresses: readonly string[]
  readonly port: number
  /** Takes nothing new, lets the rooms finish, then lets go of the storage: no accepted change is lost. */
  stop(): Promise<void>
}

/** Puts the parts together and listens. Rejects, with everything closed again, when it can't. */
export async function serve(config: Config, parts: Parts): Promise<Running> {
  const { log, client, createRooms, patience, resolve = dnsResolve() } = parts
  const engine = storageFor(config.data)
  if (engine === null) throw new Error('No storage engine opens what DATA names.')
  const ledger = createLedger()
  const listener = loggingListener(log, ({ milliseconds, failed }) => {
    ledger.took('disk', milliseconds)
    ledger.add('notKept', failed)
  })
  const disk = await engine.open(config.data, listener)
  const storage = measuredStorage(disk, ledger)
  const now = (): number => Date.now()
  // What a room does in time goes on when the clock of the system is set.
  const steady = (): number => Math.floor(performance.timeOrigin + performance.now())
  const links = createLinks(storage, { now, after: realAfter })
  const random = (bytes: Uint8Array): Uint8Array => getRandomValues(bytes)
  const told = (): void => courier.poke()
  const rooms = createRooms({ storage, links, log, now: steady, random, metrics: ledger, told })
  const sending = { storage, reach: config.webhooks, resolve, now, random }
  const courier = createCourier({ ...sending, rooms, after: realAfter, metrics: ledger, log })
  const hooks = createHooks({ ...sending, told })
  const app = await createApp({ config, storage, links, rooms, now, ledger, hooks }, { log, client, patience })
  const stopSweep = startSweep(createSweep({ storage, links, now, log, attended: rooms.attended }), realAfter)

  async function stop(): Promise<void> {
    await Promise.all([stopSweep(), courier.stop()])
    await Promise.all([app.close(), rooms.close()])
    await storage.close()
  }

  try {
    await app.listen({ host: config.host, port: config.port })
  } catch (error) {
    await stop()
    throw error
  }
  courier.poke()
  const { port } = app.server.address() as AddressInfo
  return { addresses: addresses(config, port), port, stop }
}
