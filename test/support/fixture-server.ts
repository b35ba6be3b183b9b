import { join } from 'node:path'
import { globSync } from 'node:fs'
import react from '@vitejs/plugin-react'
import { build, preview } from 'vite'
import { root } from './sources.ts'

const source = join(root, 'test', 'browser')
const built = join(root, 'dist', 'fixtures')

export interface FixtureServer {
  /** The address of the fixture's page. */
  readonly page: string
  close(): Promise<void>
}

/** Builds every `test/browser/<name>-fixture.html`, once a run: a page that comes as hundreds of modules takes seconds. */
export async function buildFixtures(): Promise<void> {
  await build({
    configFile: false,
    root: source,
    plugins: [react()],
    // React as it is while one works on it: it counts what is drawn again, and warns.
    define: { 'process.env.NODE_ENV': JSON.stringify('development') },
    build: {
      outDir: built,
      emptyOutDir: true,
      target: 'es2023',
      assetsInlineLimit: 0,
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: { input: globSync(join(source, '*-fixture.html')) },
    },
    logLevel: 'error',
  })
}

/** Serves the page of a part of the client alone, without the server behind it. */
export async function serveFixture(name: string): Promise<FixtureServer> {
  const server = await preview({
    configFile: false,
    root: source,
    build: { outDir: built },
    preview: { port: 0, host: '127.0.0.1' },
    logLevel: 'error',
  })
  return { page: `${server.resolvedUrls?.local[0]}${name}-fixture.html`, close: () => server.close() }
}
