import { PAGE, shellPath } from './shell-path.ts'

declare const self: ServiceWorkerGlobalScope
/** Written in by the build: every file of the application, and a name for just these. */
declare const SHELL: { readonly version: string; readonly files: readonly string[] }

const OURS = 'shell-'
const kept = OURS + SHELL.version
const files: ReadonlySet<string> = new Set([PAGE, ...SHELL.files])

/** All or nothing: a version that can't be fetched as a whole leaves the one before it in place. */
async function keepShell(): Promise<void> {
  const cache = await caches.open(kept)
  // Names with a hash in them never change; of the others the network has the last word.
  const request = (path: string) => new Request(path, { cache: path.startsWith('/assets/') ? 'default' : 'reload' })
  await cache.addAll([...files].map(request))
}

async function dropOthers(): Promise<void> {
  const names = await caches.keys()
  await Promise.all(names.filter((name) => name.startsWith(OURS) && name !== kept).map((name) => caches.delete(name)))
}

/** Kept on the device; the network answers if the browser has thrown it away. */
async function answer(path: string, request: Request): Promise<Response> {
  return (await caches.match(path, { cacheName: kept, ignoreVary: true })) ?? fetch(request)
}

self.addEventListener('install', (event) => event.waitUntil(keepShell()))
self.addEventListener('activate', (event) => event.waitUntil(dropOthers().then(() => self.clients.claim())))
self.addEventListener('fetch', (event) => {
  const path = shellPath(event.request, self.location.origin, files)
  if (path !== null) event.respondWith(answer(path, event.request))
})
// A new version waits until somebody asks for it: no page changes under the hands of whoever works in it.
self.addEventListener('message', ({ data }) => {
  if (data === 'take over') void self.skipWaiting()
})
