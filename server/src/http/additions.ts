import { bringsNothing, wordsThere } from '@momentous/shared/additions/addition-facts'
import type { Host } from '@momentous/shared/additions/addition'
import { recordRoots, type RecordRoot } from '@momentous/shared/board/records'
import { viewOfSnapshot } from '@momentous/shared/board/snapshot-view'
import { timeline } from '@momentous/shared/board/timeline'
import type { BoardSnapshot } from '@momentous/shared/domain/board-snapshot'
import { importBounds } from '@momentous/shared/imports/bounds'
import { may } from '@momentous/shared/rules/may'
import type { Ruling } from '@momentous/shared/rules/ruling'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as v from 'valibot'
import type { FileReader } from '../imports/reading-thread.ts'
import type { Bearer } from '../links/capability.ts'
import { authorize } from './authorize.ts'
import { askerOf, bytesOf, placesWithLink, told } from './coming-in.ts'
import { SHELF } from './image-shelf.ts'
import { rates } from './rates.ts'
import { read } from './reading.ts'
import { Refusal, refusals } from './refusal.ts'
import type { ImageBytes } from './room-service.ts'
import type { Services } from './services.ts'

const query = v.object({
  preview: v.optional(v.picklist(['true', 'false'], '“preview” is true or false.'), 'false'),
})
const whole = v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number))
const stretch = v.object({ client: whole, from: whole, to: whole })

/** A board's file onto a board that is there: what it would add, all of it in one step, and back again. */
export function additionRoutes(scope: FastifyInstance, services: Services, reader: FileReader): void {
  const preParsing = placesWithLink(services)
  const options = { config: { rateLimit: rates.bring }, bodyLimit: importBounds.boardBytes, preParsing }
  scope.post('/api/boards/:id/import/board', options, async (request, reply) => {
    const bearer = await authorize(services, request)
    const preview = read(query, request.query).preview === 'true'
    const asked = {
      kind: 'addition',
      bytes: bytesOf(request),
      preview,
      ...(await whatIsThere(services, bearer)),
    } as const
    const { facts, content } = await told(reader.ask(asked, askerOf(bearer.board, reply)))
    if (content === null || bringsNothing(facts)) return { ...facts, taken: null }
    await roomOnTheShelf(services, bearer, content.images)
    const answer = await services.rooms.add(bearer, content)
    refuse(answer)
    return answer.allowed ? { ...facts, taken: writtenDown(answer.stretch) } : facts
  })

  scope.delete('/api/boards/:id/additions/:taken', { config: { rateLimit: rates.bring } }, async (request) => {
    const bearer = await authorize(services, request)
    const answer = await services.rooms.takeBack(bearer, stretchIn(request))
    refuse(answer)
    return answer.allowed ? { gone: answer.gone, kept: answer.kept } : {}
  })
}

/** What the file has to fit to. Asked by whoever may bring one, and by nobody else. */
async function whatIsThere({ rooms, storage }: Services, { board: id, actor }: Bearer) {
  const board: BoardSnapshot = await rooms.snapshot(id)
  refuse(may(actor, viewOfSnapshot(board), 'import'))
  const { hashes } = await storage.images(id)
  const { channels } = board.session
  const host: Host = { channels, onLine: timeline(board.moments).length, images: new Set(hashes) }
  const held = Object.fromEntries(recordRoots.map((root) => [root, board[root].length])) as Record<RecordRoot, number>
  return { host, words: wordsThere(board.moments), held }
}

async function roomOnTheShelf({ storage }: Services, { board }: Bearer, images: readonly ImageBytes[]): Promise<void> {
  if (images.length === 0) return
  const { count, bytes } = await storage.images(board)
  const more = images.reduce((sum, each) => sum + each.bytes.length, 0)
  if (count + images.length > SHELF.count || bytes + more > SHELF.bytes)
    throw new Refusal(409, 'full', 'This board holds as many pictures as it can. Nothing was added.')
}

function refuse(ruling: Ruling | { readonly allowed: true }): void {
  if (!ruling.allowed) throw new Refusal(ruling.rule === 'D1' ? 409 : 403, ruling.rule, ruling.reason)
}

const writtenDown = ({ client, from, to }: v.InferOutput<typeof stretch>) => `${client}-${from}-${to}`

function stretchIn(request: FastifyRequest): v.InferOutput<typeof stretch> {
  const { taken } = read(v.object({ taken: v.string() }), request.params)
  const [client, from, to] = taken.split('-')
  const given = v.safeParse(stretch, { client, from, to })
  if (!given.success) throw refusals.notFound()
  return given.output
}
