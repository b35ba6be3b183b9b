import type { Exporter } from '@momentous/shared/exports/exporter'
import { exporterFor, stemOf } from '@momentous/shared/exports/exporters'
import { fileName } from '@momentous/shared/exports/file-name'
import { formSchema } from '@momentous/shared/exports/form-schema'
import { redact } from '@momentous/shared/exports/redact'
import type { FastifyInstance } from 'fastify'
import * as v from 'valibot'
import { exporters } from '../exports/exporters.ts'
import { openUndrawn } from '../exports/undrawn.ts'
import { BLANK_ELSEWHERE, isForPaper, wishedInput, wishes } from '../exports/wishes.ts'
import { authorize } from './authorize.ts'
import { disposition } from './disposition.ts'
import { createQueue, type Queue } from './queue.ts'
import { rates } from './rates.ts'
import { read } from './reading.ts'
import { Refusal, refusals } from './refusal.ts'
import type { Services } from './services.ts'

/** Everybody of a large session takes the form home in the same minute. */
const A_CLASS = { inAll: 400, ofBoard: 100 }
const OTHERS_FIRST = 'Others’ files are being written. Try again in a minute.'

/** `form.csv`, `board.json`, `next-session.ics` ...: whatever the registry of exporters can write. */
export function formRoutes(app: FastifyInstance, services: Services): void {
  // One file of a kind at a time: what waits takes no processor from the boards, and no memory.
  const queues = new Map<string, Queue>(
    Object.values<Exporter>(exporters).map(({ id }) => [id, createQueue(OTHERS_FIRST, A_CLASS)]),
  )
  const undrawnIn = openUndrawn()
  app.get('/api/schema/form.json', { config: { rateLimit: rates.look } }, (_, reply) =>
    reply.type('application/schema+json').send(formSchema),
  )
  for (const stem of new Set(Object.values<Exporter>(exporters).map(stemOf))) {
    app.get(`/api/boards/:id/${stem}.:extension`, { config: { rateLimit: rates.export } }, async (request, reply) => {
      const { board, actor } = await authorize(services, request)
      const { extension } = read(v.object({ extension: v.string() }), request.params)
      const exporter = exporterFor(exporters, stem, extension)
      if (exporter === undefined) throw refusals.notFound()
      const asked = read(wishes, request.query)
      if (asked.rows === 'blank' && !isForPaper(exporter)) throw refusals.unfit(BLANK_ELSEWHERE)
      const inTurn = queues.get(exporter.id)
      if (inTurn === undefined) throw refusals.notFound()
      const { title, written, undrawn } = await inTurn({ board, hasGone: () => reply.raw.destroyed }, async () => {
        const shown = redact(await services.rooms.snapshot(board), actor.role)
        const { logo } = shown.session
        const picture = logo === null ? null : await services.storage.image(board, logo)
        const input = wishedInput(board, shown, asked, services.now(), picture)
        const lack = exporter.lacks?.(input) ?? null
        if (lack !== null) throw new Refusal(409, 'nothing-yet', lack)
        const undrawn = exporter.extension === 'pdf' ? undrawnIn(input) : []
        return { title: input.form.title, written: await exporter.write(input), undrawn }
      })
      const name = fileName(title, exporter.extension, stem === 'board' ? '' : stem.replace('-', ' '))
      if (undrawn.length > 0) void reply.header('x-signs-not-drawn', encodeURIComponent(undrawn.join('')))
      return reply
        .header('content-disposition', disposition(name, `${stem}.${extension}`))
        .type(exporter.mediaType)
        .send(asBody(written))
    })
  }
}

function asBody(written: string | Uint8Array): string | Buffer {
  return typeof written === 'string' ? written : Buffer.from(written.buffer, written.byteOffset, written.byteLength)
}
