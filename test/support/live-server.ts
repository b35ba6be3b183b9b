import { join } from 'node:path'
import { pino } from 'pino'
import { onTestFinished, vi } from 'vitest'
import { createRooms } from '../../server/src/rooms/rooms.ts'
import type { World } from '../../server/src/rooms/world.ts'
import { serve } from '../../server/src/serve.ts'
import { plainConfig } from './plain-config.ts'
import { tempFolder } from './temp-folder.ts'

// A whole server, a database and several clients need more than a moment on a busy machine.
vi.setConfig({ testTimeout: 20_000 })

export interface LiveServer {
  readonly origin: string
  readonly folder: string
  /** Every line that was logged so far. */
  readonly logged: readonly string[]
  stop(): Promise<void>
}

/** The whole server on a free port, with SQLite in a folder of the test; `alter` may put a wrapper around its storage or clock. */
export async function liveServer(
  alter: (world: World) => Partial<World> = () => ({}),
  folder: string = tempFolder(),
): Promise<LiveServer> {
  const logged: string[] = []
  const log = pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) })
  const running = await serve(plainConfig(join(folder, 'data'), 'debug'), {
    log,
    client: folder,
    createRooms: (world) => createRooms({ ...world, ...alter(world) }),
  })
  let stopped: Promise<void> | null = null
  const stop = () => (stopped ??= running.stop())
  onTestFinished(stop)
  return { origin: `http://127.0.0.1:${running.port}`, folder, logged, stop }
}
