import type { MomentId } from '@momentous/shared/domain/id'
import type { DrawnPart } from '@momentous/shared/drawing/drawing-of'
import { fileName } from '@momentous/shared/exports/file-name'
import type { FastifyInstance } from 'fastify'
import * as v from 'valibot'
import { createDesk, deskThread } from '../exports/desk.ts'
import type { PictureFormat, PictureWish, TitledPicture } from '../exports/picture-job.ts'
import { authorize } from './authorize.ts'
import { disposition } from './disposition.ts'
import { askerAtDesk } from './desk-asker.ts'
import { createQueue } from './queue.ts'
import { rates } from './rates.ts'
import { read } from './reading.ts'
import { refusals } from './refusal.ts'
import type { Services } from './services.ts'

const PIECES_MOST = 300

const AREA = '“area” is x, y, width and height, written as area=0,-200,800,600.'
const area = v.pipe(
  v.string(),
  v.regex(/^(-?\d{1,7}(\.\d{1,9})?,){2}[1-9]\d{0,6}(\.\d{1,9})?,[1-9]\d{0,6}(\.\d{1,9})?$/, AREA),
  v.transform((written) => written.split(',').map(Number)),
)
const pieces = v.pipe(
  v.string(),
  v.transform((written) => written.split(',')),
  v.array(v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/, '“pieces” is ids with commas between them.'))),
  v.maxLength(PIECES_MOST, `“pieces” is at most ${PIECES_MOST} ids.`),
)
const SCALE = '“scale” is a number from 1 to 4.'

const query = v.object({
  scale: v.optional(
    v.pipe(v.string(), v.transform(Number), v.number(SCALE), v.minValue(1, SCALE), v.maxValue(4, SCALE)),
    '1',
  ),
  pages: v.optional(v.picklist(['one', 'many'], '“pages” is one or many.'), 'one'),
  ground: v.optional(v.picklist(['wall', 'none'], '“ground” is wall or none.'), 'wall'),
  area: v.optional(area),
  pieces: v.optional(pieces),
})
type Query = v.InferOutput<typeof query>

const mediaTypes = {
  svg: 'image/svg+xml',
  png: 'image/png',
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
} as const satisfies Record<PictureFormat, string>
const formats = Object.keys(mediaTypes) as readonly PictureFormat[]

/** `board.svg`, `board.png`, `board.pdf` and `board.html`: the wall as a picture, drawn in a thread of its own. */
export function pictureRoutes(app: FastifyInstance, services: Services): void {
  const worker = new URL('../exports/picture-worker.ts', import.meta.url)
  const desk = createDesk<PictureWish, TitledPicture>(() => deskThread(worker))
  const inTurn = createQueue('Others’ pictures are being drawn. Try again in a minute.')
  // Before the server waits for its last answers, of which each picture would be one.
  app.addHook('preClose', (done) => {
    desk.close()
    done()
  })
  for (const format of formats) {
    app.get(`/api/boards/:id/board.${format}`, { config: { rateLimit: rates.picture } }, async (request, reply) => {
      const bearer = await authorize(services, request)
      const asked = read(query, request.query)
      const asker = { board: bearer.board, hasGone: () => reply.raw.destroyed }
      const { content, scale, title } = await inTurn(asker, async () => {
        // What is on the disk, as it lies there: a large board would hold up everybody else while it is read here.
        const content = await services.storage.content(bearer.board)
        if (content === null) throw refusals.noBoard()
        const { snapshot, updates } = content
        const wish = {
          ...{ board: bearer.board, role: bearer.actor.role, content: { snapshot, updates }, now: services.now() },
          ...{ format, scale: asked.scale, pages: asked.pages, part: format === 'html' ? everything : partOf(asked) },
          bare: asked.ground === 'none' && format !== 'html',
        }
        return desk.make(wish, askerAtDesk(services, bearer.board, reply))
      })
      return reply
        .header('content-disposition', disposition(fileName(title, format, 'board'), `board.${format}`))
        .header('content-security-policy', `default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox`)
        .header('x-picture-scale', String(Math.round(scale * 1000) / 1000))
        .type(mediaTypes[format])
        .send(Buffer.from(content.buffer, content.byteOffset, content.byteLength))
    })
  }
}

const everything: DrawnPart = { of: 'all' }

function partOf(asked: Query): DrawnPart {
  if (asked.pieces !== undefined) return { of: 'pieces', pieces: new Set(asked.pieces.map((id) => id as MomentId)) }
  if (asked.area === undefined) return { of: 'all' }
  const [x = 0, y = 0, w = 1, h = 1] = asked.area
  return { of: 'area', area: { x, y, w, h } }
}
