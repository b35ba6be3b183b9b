import type { Exporter } from '@momentous/shared/exports/exporter'
import { exporterFor, stemOf } from '@momentous/shared/exports/exporters'
import { fileName } from '@momentous/shared/exports/file-name'
import { formSchema } from '@momentous/shared/exports/form-schema'
import type { FastifyInstance } from 'fastify'
import * as v from 'valibot'
import { exporters } from '../exports/exporters.ts'
import { BLANK_ELSEWHERE, isForPaper, wishes } from '../exports/wishes.ts'
import { authorize } from './authorize.ts'
import { disposition } from './disposition.ts'
import { rates } from './rates.ts'
import { read } from './reading.ts'
import { Refusal, refusals } from './refusal.ts'
import { createScribe } from './scribe.ts'
import type { Services } from './services.ts'

/** `form.csv`, `board.json`, `next-session.ics` ...: whatever the registry of exporters can write. */
export function formRoutes(app: FastifyInstance, services: Services): void {
  const scribe = createScribe(app, services)
  app.get('/api/schema/form.json', { config: { rateLimit: rates.look } }, (_, reply) =>
    reply.type('application/schema+json').send(formSchema),
  )
  for (const stem of new Set(Object.values<Exporter>(exporters).map(stemOf))) {
    app.get(`/api/boards/:id/${stem}.:extension`, { config: { rateLimit: rates.export } }, async (request, reply) => {
      const bearer = await authorize(services, request)
      const { extension } = read(v.object({ extension: v.string() }), request.params)
      const exporter = exporterFor(exporters, stem, extension)
      if (exporter === undefined) throw refusals.notFound()
      const asked = read(wishes, request.query)
      if (asked.rows === 'blank' && !isForPaper(exporter)) throw refusals.unfit(BLANK_ELSEWHERE)
      const file = await scribe(exporter, bearer, asked, reply)
      if ('lack' in file) throw new Refusal(409, 'nothing-yet', file.lack)
      const { title, written, undrawn } = file
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
