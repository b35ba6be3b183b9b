import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { createRooms } from '../../server/src/rooms/rooms.ts'
import { serve, type Running } from '../../server/src/serve.ts'
import { plainConfig } from './plain-config.ts'
import { root } from './sources.ts'

/** The whole product on a free port: the real server with the built client, or a copy of it. Who starts it stops it. */
export async function doorsServer(
  client = join(root, 'dist', 'client'),
): Promise<Running & { readonly origin: string }> {
  if (!existsSync(client)) throw new Error('The client is not built. Run npm run build first.')
  const folder = mkdtempSync(join(tmpdir(), 'momentous-'))
  const running = await serve(plainConfig(join(folder, 'data')), {
    log: pino({ level: 'silent' }),
    client,
    createRooms,
  })
  const stop = async () => {
    await running.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { ...running, stop, origin: `http://127.0.0.1:${running.port}` }
}
