import type { BoardId } from '@momentous/shared/domain/id'
import type { Role } from '@momentous/shared/domain/role'
import type { Exporter, ExportInput } from '@momentous/shared/exports/exporter'
import { exporterFor, stemOf } from '@momentous/shared/exports/exporters'
import { fileName } from '@momentous/shared/exports/file-name'
import { formSchema } from '@momentous/shared/exports/form-schema'
import { longDay } from '@momentous/shared/exports/long-day'
import { redact } from '@momentous/shared/exports/redact'
import { planningForm } from '@momentous/shared/priorities/planning-form'
import type { FastifyInstance } from 'fastify'
import * as v from 'valibot'
import { exporters } from '../exports/exporters.ts'
import { authorize } from './authorize.ts'
import { disposition } from './disposition.ts'
import { rates } from './rates.ts'
import { read } from './reading.ts'
import { Refusal, refusals } from './refusal.ts'
import type { Services } from './services.ts'

const oneOf = <Choice extends string>(name: string, ...choices: readonly [Choice, ...Choice[]]) =>
  v.optional(v.picklist(choices, `“${name}” is ${choices.join(' or ')}.`), choices[0])

const query = v.object({
  order: oneOf('order', 'timeline', 'shortlist'),
  rows: oneOf('rows', 'priorities', 'all'),
  sheet: oneOf('sheet', 'form', 'extended'),
  prompts: oneOf('prompts', 'without', 'with'),
  bom: oneOf('bom', 'without', 'with'),
  date: v.optional(v.pipe(v.string(), v.isoDate('“date” is a day, written as 2026-12-04.'))),
  people: v.optional(v.pipe(v.string(), v.regex(/^\d{1,4}$/, '“people” is a number.'), v.transform(Number))),
})
type Query = v.InferOutput<typeof query>

/** `form.csv`, `board.json`, `next-session.ics` ...: whatever the registry of exporters can write. */
export function formRoutes(app: FastifyInstance, services: Services): void {
  app.get('/api/schema/form.json', { config: { rateLimit: rates.look } }, (_, reply) =>
    reply.type('application/schema+json').send(formSchema),
  )
  for (const stem of new Set(Object.values<Exporter>(exporters).map(stemOf))) {
    app.get(`/api/boards/:id/${stem}.:extension`, { config: { rateLimit: rates.export } }, async (request, reply) => {
      const { board, actor } = await authorize(services, request)
      const { extension } = read(v.object({ extension: v.string() }), request.params)
      const exporter = exporterFor(exporters, stem, extension)
      if (exporter === undefined) throw refusals.notFound()
      const input = await exportInput(services, board, actor.role, read(query, request.query))
      const lack = exporter.lacks?.(input) ?? null
      if (lack !== null) throw new Refusal(409, 'nothing-yet', lack)
      const name = fileName(input.form.title, exporter.extension, stem === 'board' ? '' : stem.replace('-', ' '))
      return reply
        .header('content-disposition', disposition(name, `${stem}.${extension}`))
        .type(exporter.mediaType)
        .send(asBody(await exporter.write(input)))
    })
  }
}

async function exportInput(services: Services, id: BoardId, role: Role, asked: Query): Promise<ExportInput> {
  const board = redact(await services.rooms.snapshot(id), role)
  const { order, rows, prompts, sheet, bom, people = null } = asked
  const date = asked.date === undefined ? null : longDay(asked.date)
  return {
    id,
    board,
    form: planningForm(board, { order, rows, prompts: prompts === 'with' }),
    options: { sheet, bom: bom === 'with', now: services.now(), date, people },
  }
}

function asBody(written: string | Uint8Array): string | Buffer {
  return typeof written === 'string' ? written : Buffer.from(written.buffer, written.byteOffset, written.byteLength)
}
