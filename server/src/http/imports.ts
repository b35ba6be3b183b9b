import { newId, type CommandId } from '@momentous/shared/domain/id'
import { roles, type Role } from '@momentous/shared/domain/role'
import { importBounds } from '@momentous/shared/imports/bounds'
import { columns, type ColumnName } from '@momentous/shared/imports/columns'
import { inPieces } from '@momentous/shared/imports/change-pieces'
import type { FormChange } from '@momentous/shared/imports/form-change'
import { resolved, takenOut, type MergePlan, type MissingRow } from '@momentous/shared/imports/plan'
import { may } from '@momentous/shared/rules/may'
import { viewOfSnapshot } from '@momentous/shared/board/snapshot-view'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { getRandomValues } from 'node:crypto'
import * as v from 'valibot'
import { realAfter } from '../alarm.ts'
import { createFileReader, type FileReader } from '../imports/reading-thread.ts'
import type { Bearer } from '../links/capability.ts'
import { linkTo } from './addresses.ts'
import { additionRoutes } from './additions.ts'
import { authorize } from './authorize.ts'
import { askerOf, bytesOf, places, placesWithLink, told } from './coming-in.ts'
import { keepBoard } from './new-board.ts'
import { rates } from './rates.ts'
import { read } from './reading.ts'
import { Refusal } from './refusal.ts'
import type { Services } from './services.ts'

const columnName = v.picklist(Object.keys(columns) as readonly ColumnName[], 'That is no column of the form.')
const choice = v.pipe(
  v.string(),
  v.maxLength(8_000),
  v.rawTransform<string, unknown>(({ dataset, addIssue, NEVER }) => {
    try {
      return JSON.parse(dataset.value)
    } catch {
      addIssue({ message: '“columns” is a JSON object: a heading of the file, and the column that it means.' })
      return NEVER
    }
  }),
  v.record(v.string(), v.nullable(columnName)),
)
const query = v.object({
  preview: v.optional(v.picklist(['true', 'false'], '“preview” is true or false.'), 'false'),
  conflicts: v.optional(v.picklist(['board', 'file', 'both'], '“conflicts” is board, file or both.'), 'board'),
  missing: v.optional(v.picklist(['stay', 'bin'], '“missing” is stay or bin.'), 'stay'),
  order: v.optional(v.picklist(['board', 'file'], '“order” is board or file.'), 'board'),
  name: v.optional(v.pipe(v.string(), v.maxLength(300)), ''),
  columns: v.optional(choice, '{}'),
})

/** What comes in: a whole board as a new one or onto one that is there, and a form that was edited elsewhere. */
export function importRoutes(app: FastifyInstance, services: Services): void {
  const reader = createFileReader(realAfter)
  app.addHook('preClose', async () => reader.close())
  // Here a body is the file itself, of whatever kind its sender says.
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
    boardFile(scope, services, reader)
    formFile(scope, services, reader)
    additionRoutes(scope, services, reader)
  })
}

function boardFile(scope: FastifyInstance, { config, storage, now }: Services, reader: FileReader): void {
  const place = places()
  const preParsing = async (request: FastifyRequest, reply: FastifyReply) => place(request, reply)
  const options = { config: { rateLimit: rates.bring }, bodyLimit: importBounds.boardBytes, preParsing }
  scope.post('/api/boards/import', options, async (request, reply) => {
    const board = await told(reader.ask({ kind: 'board', bytes: bytesOf(request) }, askerOf(request.ip, reply)))
    const { id, tokens } = await keepBoard(storage, board, now())
    const link = (role: Role): string => linkTo(config, request, id, tokens[role])
    const links = Object.fromEntries(roles.map((role) => [role, link(role)]))
    return reply.code(201).send({ id, title: board.title, links, tokens })
  })
}

function formFile(scope: FastifyInstance, services: Services, reader: FileReader): void {
  const preParsing = placesWithLink(services)
  const options = { config: { rateLimit: rates.bring }, bodyLimit: importBounds.bytes, preParsing }
  scope.post('/api/boards/:id/import', options, async (request, reply) => {
    const bearer = await authorize(services, request)
    const asked = read(query, request.query)
    const board = await services.rooms.snapshot(bearer.board)
    const ruling = may(bearer.actor, viewOfSnapshot(board), 'import')
    if (!ruling.allowed) throw new Refusal(403, ruling.rule, ruling.reason)
    const { name, columns: chosen } = asked
    const mediaType = request.headers['content-type'] ?? ''
    const bytes = bytesOf(request)
    const form = { bytes, name, mediaType, columns: chosen, board, actor: bearer.actor }
    const asker = askerOf(bearer.board, reply)
    if (asked.preview === 'true') {
      const { json } = await told(reader.ask({ kind: 'preview', ...form }, asker))
      return reply
        .type('application/json; charset=utf-8')
        .send(Buffer.from(json.buffer, json.byteOffset, json.byteLength))
    }
    const { plan } = await told(reader.ask({ kind: 'plan', ...form }, asker))
    const binned = new Set(asked.missing === 'bin' ? takenOut(plan.missing) : [])
    const besides = { bin: (row: MissingRow) => binned.has(row), order: asked.order === 'file' }
    const changes = resolved(plan, () => asked.conflicts, besides)
    await bring(services, bearer, changes)
    return { changed: changes.length, ...asDone(plan, asked) }
  })
}

/** What is left to say when it is done: what wasn't taken, and what nobody has decided. */
function asDone({ changes: _, missing, order, ...plan }: MergePlan, asked: v.InferOutput<typeof query>) {
  const { conflicts } = plan
  const left = asked.conflicts === 'both' ? conflicts.filter(({ takeBoth }) => takeBoth === null) : conflicts
  const binned = new Set(asked.missing === 'bin' ? takenOut(missing) : [])
  const stays = missing.filter((row) => row.refusal !== null || !binned.has(row))
  const isTaken = order === null || (asked.order === 'file' && order.refusal === null)
  return {
    ...plan,
    conflicts: asked.conflicts === 'file' ? [] : left,
    missing: stays.map(({ bin: _changes, ...row }) => row),
    order: isTaken ? null : { moved: order.moved, boardToo: order.boardToo, refusal: order.refusal },
  }
}

/** By the very command that a person's device sends, piece by piece, so that nobody on the board has to wait for it. */
async function bring({ rooms }: Services, bearer: Bearer, changes: readonly FormChange[]): Promise<void> {
  let done = 0
  for (const piece of inPieces(changes)) {
    const id = newId<CommandId>((bytes) => getRandomValues(bytes))
    const answer = await rooms.command(bearer, { id, name: 'merge-form', args: { changes: piece } })
    if (answer.state !== 'done') {
      const before = done === 0 ? '' : ` ${done} of ${changes.length} changes were made before that.`
      throw new Refusal(answer.state === 'unsaved' ? 503 : 409, 'not-merged', answer.reason + before)
    }
    done += piece.length
  }
}
