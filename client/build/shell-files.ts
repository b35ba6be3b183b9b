import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Plugin } from 'vite'
import { isPacked } from './packed-files.ts'

const worker = join(import.meta.dirname, '..', 'worker', 'sw.ts')

/** The name of the worker that keeps the application on the device; pages ask for it by this name. */
const WORKER = 'sw.js'

/**
 * What a worker of an earlier build, on the same port, finds where its successor would be: it goes, with all it kept, and a
 * page comes from the development server again, at the next visit at the latest.
 */
const farewell = `
self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', async () => {
  await Promise.all((await caches.keys()).map((name) => caches.delete(name)))
  await self.registration.unregister()
  for (const page of await self.clients.matchAll({ type: 'window' })) page.navigate(page.url)
})
`

/** Large pictures are for whoever installs the application, who is online then. */
const isKept = (path: string) =>
  path !== WORKER && path !== 'index.html' && !isPacked(path) && !/^icon-.*\.png$/.test(path)

function filesIn(folder: string): readonly string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return entries.map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1)).toSorted()
}

/** Other content, another name: the browser sees a new worker, and only then. */
function versionOf(folder: string, files: readonly string[]): string {
  const hash = createHash('sha256')
  for (const path of files) hash.update(path).update(readFileSync(join(folder, path)))
  return hash.digest('hex').slice(0, 16)
}

/** Writes the worker beside the built client, with the list of files that it keeps. */
export function shellFiles(): Plugin {
  return {
    name: 'shell-files',
    configureServer({ middlewares }) {
      middlewares.use(`/${WORKER}`, (_request, reply) => {
        reply.setHeader('content-type', 'text/javascript').setHeader('cache-control', 'no-store').end(farewell)
      })
    },
    async writeBundle({ dir = '' }) {
      const files = filesIn(dir).filter(isKept)
      const shell = { version: versionOf(dir, [...files, 'index.html']), files: files.map((path) => `/${path}`) }
      writeFileSync(join(dir, WORKER), await workerWith(shell))
    },
  }
}

async function workerWith(shell: object): Promise<string> {
  const built = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: { SHELL: JSON.stringify(shell) },
    build: { write: false, target: 'es2023', rolldownOptions: { input: worker, output: { format: 'iife' } } },
  })
  const [result] = Array.isArray(built) ? built : [built]
  const chunk = result !== undefined && 'output' in result ? result.output[0] : undefined
  if (chunk === undefined) throw new Error('The worker that keeps the application on the device could not be built.')
  return chunk.code
}
