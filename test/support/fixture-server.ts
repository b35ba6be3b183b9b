import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { createServer } from 'vite'
import { root } from './sources.ts'

export interface FixtureServer {
  /** The address of the fixture's page. */
  readonly page: string
  close(): Promise<void>
}

/** Serves `test/browser/<name>-fixture.html`: a part of the client alone, without the server behind it. */
export async function serveFixture(name: string): Promise<FixtureServer> {
  const server = await createServer({
    configFile: false,
    root: join(root, 'test', 'browser'),
    plugins: [react()],
    server: { port: 0, host: '127.0.0.1', fs: { allow: [root] }, watch: null, hmr: false },
    optimizeDeps: { entries: [`${name}-fixture.html`] },
    cacheDir: join(root, 'node_modules', `.vite-${name}`),
    logLevel: 'error',
  })
  await server.listen()
  return { page: `${server.resolvedUrls?.local[0]}${name}-fixture.html`, close: () => server.close() }
}
