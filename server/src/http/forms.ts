import type { BoardId } from '@momentous/shared/domain/id'
import type { Role } from '@momentous/shared/domain/role'
import type { Exporter, ExportInput } from '@momentous/shared/exports/exporter'
import { exporterFor, stemOf } from '@momentous/shared/exports/exporters'
import { fileName } from '@momentous/shared/exports/file-name'
import { formSchema } from '@momentous/shared/exports/form-schema'
import { longDay } from '@momentous/shared/exports/long-day'
import { redact } from '@momentous/shared/exports/redact'
import { blankForm } from '@momentous/shared/priorities/blank-form'
import { planningForm } from '@momentous/shared/priorities/planning-form'
import type { FastifyInstance } from 'fastify'
import * as v from 'valibot'
import { exporters } from '../exports/exporters.ts'
import { turns } from '../links/turns.ts'
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
  rows: oneOf('rows', 'priorities', 'all', 'blank'),
  sheet: oneOf('sheet', 'form', 'extended'),
  prompts: oneOf('prompts', 'without', 'with'),
  bom: oneOf('bom', 'without', 'with'),
  date: v.optional(v.pipe(v.string(), v.isoDate('“date” is a day, written as 2026-12-04.'))),
  people: v.optional(v.pipe(v.string(), v.regex(/^\d{1,4}$/, '“people” is a number.'), v.transform(Number))),
})
type Query = v.InferOutput<typeof query>

/** `form.csv`, `board.json`, `next-session.ics` ...: whatever the registry of exporters can write. */
export function formRoutes(app: FastifyInstance, services: Services): void {
  // One file of a kind at a time: what waits takes no processor from the boards.
  const inTurn = turns<string>()
  app.get('/api/schema/form.json', { config: { rateLimit: rates.look } }, (_, reply) =>
    reply.type('application/schema+json').send(formSchema),
  )
  for (const stem of new Set(Object.values<Exporter>(exporters).map(stemOf))) {
    app.get(`/api/boards/:id/${stem}.:extension`, { config: { rateLimit: rates.export } }, async (request, reply) => {
      const { board, actor } = await authorize(services, request)
      const { extension } = read(v.object({ extension: v.string() }), request.params)
      const exporter = exporterFor(exporters, stem, extension)
      if (exporter === undefined) throw refusals.notFound()
      const asked = read(query, request.query)
      if (asked.rows === 'blank' && !isForPaper(stem, extension)) throw refusals.unfit(BLANK_ELSEWHERE)
      const input = await exportInput(services, board, actor.role, asked)
      const lack = exporter.lacks?.(input) ?? null
      if (lack !== null) throw new Refusal(409, 'nothing-yet', lack)
      const name = fileName(input.form.title, exporter.extension, stem === 'board' ? '' : stem.replace('-', ' '))
      return reply
        .header('content-disposition', disposition(name, `${stem}.${extension}`))
        .type(exporter.mediaType)
        .send(asBody(await inTurn(exporter.id, async () => exporter.write(input))))
    })
  }
}

/** What a printer makes something of: nobody fills in a blank table of a program by hand. */
const isForPaper = (stem: string, extension: string) =>
  stem === 'form' && ['docx', 'pdf', 'html', 'md'].includes(extension)
const BLANK_ELSEWHERE = 'The blank form is for paper. Ask for form.docx, form.pdf, form.html or form.md.'

async function exportInput(services: Services, id: BoardId, role: Role, asked: Query): Promise<ExportInput> {
  const board = redact(await services.rooms.snapshot(id), role)
  const { order, rows, prompts, sheet, bom, people = null } = asked
  const date = asked.date === undefined ? null : longDay(asked.date)
  const { logo } = board.session
  const picture = logo === null ? null : await services.storage.image(id, logo)
  const options = { bom: bom === 'with', now: services.now(), date, people, logo: picture }
  if (rows === 'blank') return { id, board, form: blankForm(board.session), options: { ...options, sheet: 'form' } }
  const form = planningForm(board, { order, rows, prompts: prompts === 'with' })
  return { id, board, form, options: { ...options, sheet } }
}

function asBody(written: string | Uint8Array): string | Buffer {
  return typeof written === 'string' ? written : Buffer.from(written.buffer, written.byteOffset, written.byteLength)
}
