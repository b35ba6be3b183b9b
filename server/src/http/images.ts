import type { BoardSnapshot } from '@momentous/shared/domain/board-snapshot'
import { may } from '@momentous/shared/rules/may'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { createHash } from 'node:crypto'
import * as v from 'valibot'
import type { Bearer } from '../links/capability.ts'
import { startSweep } from '../links/sweep.ts'
import { realAfter } from '../alarm.ts'
import { IMAGE_PIXELS_MAX, imageSizeOf, pixelsOf } from '@momentous/shared/exports/image-size'
import { authorize } from './authorize.ts'
import { IMAGE_BYTES_MAX, kindOfImage } from './image-kind.ts'
import { createImageShelf } from './image-shelf.ts'
import { rates } from './rates.ts'
import { read } from './reading.ts'
import { Refusal, refusals } from './refusal.ts'
import type { Services } from './services.ts'

const params = v.object({ hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) })

function hashOf(request: FastifyRequest): string {
  const given = v.safeParse(params, request.params)
  if (!given.success) throw refusals.notFound()
  return given.output.hash
}

/** A picture is kept once, by what is in it. Who brought it is nowhere written. */
export function imageRoutes(app: FastifyInstance, services: Services): void {
  const { storage, rooms } = services
  const shelf = createImageShelf({ ...services, log: app.log })
  const stopSweep = startSweep(shelf.sweep, realAfter)
  app.addHook('onClose', stopSweep)
  const raw = { parseAs: 'buffer', bodyLimit: IMAGE_BYTES_MAX } as const
  app.addContentTypeParser(['image/webp', 'image/png', 'image/jpeg'], raw, (_request, body, done) => done(null, body))

  app.put('/api/boards/:id/images/:hash', { config: { rateLimit: rates.image } }, async (request, reply) => {
    const bearer = await authorize(services, request)
    const hash = hashOf(request)
    const snapshot = await rooms.snapshot(bearer.board)
    refuseLater(bearer, snapshot)
    const bytes = read(
      v.instance(Buffer, 'Send the picture itself, as image/webp, image/png or image/jpeg.'),
      request.body,
    )
    refuseUnfit(bytes)
    if (createHash('sha256').update(bytes).digest('hex') !== hash)
      throw refusals.unfit('The picture is not the one that the address names.')
    await shelf.bring(bearer.board, hash, bytes, snapshot)
    return reply.code(204).send()
  })

  app.get('/api/boards/:id/images/:hash', { config: { rateLimit: rates.image } }, async (request, reply) => {
    const { board } = await authorize(services, request)
    shelf.looked(board)
    const bytes = await storage.image(board, hashOf(request))
    const kind = bytes === null ? null : kindOfImage(bytes)
    if (bytes === null || kind === null) throw refusals.notFound()
    return (
      reply
        .type(kind)
        // Whoever opens the address by itself gets a file, and nothing in it runs.
        .header('content-disposition', 'attachment')
        .header('content-security-policy', `default-src 'none'; sandbox`)
        .header('x-content-type-options', 'nosniff')
        .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    )
  })
}

function refuseUnfit(bytes: Uint8Array): void {
  if (kindOfImage(bytes) === null) throw refusals.unfit('A picture is a WebP, a PNG or a JPEG.')
  const size = imageSizeOf(bytes)
  if (size === null) throw refusals.unfit('The picture doesn’t say how large it is. Save it anew and bring that file.')
  if (pixelsOf(size) > IMAGE_PIXELS_MAX)
    throw refusals.unfit('The picture has more than 16 million pixels. Make it smaller and bring it again.')
}

/** Who may draw may bring pictures, when drawing is open (K1); who steers may at any time, a firm's logo for instance. */
function refuseLater({ actor }: Bearer, { session, grades }: BoardSnapshot): void {
  const grade = (id: string) => grades.find(({ moment }) => moment === id)
  const view = { session, grades: () => grades, grade }
  const ruling = may(actor, view, 'ink', { creates: true })
  if (!ruling.allowed && !may(actor, view, 'session').allowed) throw new Refusal(403, ruling.rule, ruling.reason)
}
