import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { askedAhead, firstFiles } from './client/build/first-files.ts'
import { packedFiles } from './client/build/packed-files.ts'
import { shellFiles } from './client/build/shell-files.ts'
import { LongestFirst } from './test/support/longest-first.ts'

/** Where the room server listens while `npm run dev` serves the client from here. */
const roomServer = `http://127.0.0.1:${process.env['PORT'] ?? '8080'}`

/** Its files share their workers' modules, which hold no state; who puts something in a module's place works alone. */
const node = (name: string, files: string) => ({
  extends: true as const,
  test: {
    name,
    environment: 'node' as const,
    include: [files],
    exclude: ['**/*-alone.test.ts'],
    isolate: false,
    // A server is up at once, but not on a machine that has others to start.
    hookTimeout: 30_000,
  },
})

const alone = (name: string, files: string) => {
  const { test, ...rest } = node(name, files)
  return { ...rest, test: { ...test, exclude: [], isolate: true } }
}

/** In a real browser, against the built client: after the others, with time to start. */
const browser = (name: string, files: string) => ({
  extends: true as const,
  test: {
    ...node(name, files).test,
    isolate: true,
    globalSetup: [`test/support/${name}-setup.ts`],
    sequence: { groupOrder: 1 },
    maxWorkers: 3,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})

export default defineConfig({
  root: 'client',
  plugins: [react(), shellFiles(), packedFiles()],
  resolve: { alias: { 'lib0/logging': join(import.meta.dirname, 'client/build/plain-logging.ts') } },
  // Fonts and pictures stay files: the page's security policy allows no data: addresses.
  build: {
    ...{ outDir: '../dist/client', emptyOutDir: true, target: 'es2023', assetsInlineLimit: 0 },
    // Whichever browser knows the language of the build knows how to preload, or does without.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_file, files, { hostType }) => askedAhead(files, hostType),
    },
    rolldownOptions: { output: { codeSplitting: firstFiles(join(import.meta.dirname, 'client/src/')) } },
  },
  server: {
    proxy: { '/api': roomServer, '/sync': { target: roomServer, ws: true } },
  },
  test: {
    root: import.meta.dirname,
    // Tests of the server wait more than they work.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    // What comes in the end comes late on a slow machine; a test that is about time says its own.
    testTimeout: 20_000,
    expect: { poll: { timeout: 10_000 } },
    projects: [
      node('unit', 'test/unit/**/*.test.ts'),
      node('property', 'test/property/**/*.test.ts'),
      node('contract', 'test/contract/**/*.test.ts'),
      node('server', 'test/server/**/*.test.ts'),
      alone('alone', 'test/**/*-alone.test.ts'),
      browser('browser', 'test/browser/**/*.test.ts'),
      browser('session', 'test/session/**/*.test.ts'),
    ],
  },
})
