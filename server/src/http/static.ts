import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { existsSync } from 'node:fs'
import { join, sep } from 'node:path'
import { Refusal } from './refusal.ts'

/** The built client: its pages are checked anew each time, its assets carry a hash in their names and last. */
export async function serveClient(app: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) {
    app.get('/', () => {
      throw new Refusal(503, 'no-client', 'The pages aren’t built yet. Run npm run build, or start with npm start.')
    })
    return
  }
  await app.register(fastifyStatic, {
    root: folder,
    cacheControl: false,
    // The build has packed copies of what is large.
    preCompressed: true,
    setHeaders(reply, path) {
      const lasts = path.startsWith(join(folder, 'assets') + sep)
      reply.header('cache-control', lasts ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  app.get('/b/*', (_request, reply) => reply.sendFile('index.html'))
}
