import type { Exporter } from '@momentous/shared/exports/exporter'
import { redact } from '@momentous/shared/exports/redact'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { createDesk, deskThread } from '../exports/desk.ts'
import { exporters } from '../exports/exporters.ts'
import { madeFile, type ExporterName, type FileWish, type MadeFile } from '../exports/file-job.ts'
import { openUndrawn } from '../exports/undrawn.ts'
import { wishedInput, type Wishes } from '../exports/wishes.ts'
import type { Bearer } from '../links/capability.ts'
import type { StoredContent } from '../storage/storage.ts'
import { askerAtDesk } from './desk-asker.ts'
import { createQueue, type Asker, type Queue } from './queue.ts'
import { refusals } from './refusal.ts'
import type { Services } from './services.ts'

/** Everybody of a large session takes the form home in the same minute. */
const A_CLASS = { inAll: 400, ofBoard: 100 }
const OTHERS_FIRST = 'Others’ files are being written. Try again in a minute.'

/** Writes a board’s file in its turn: of a small board at once, of a large one in a thread, where it is read as well. */
export type Scribe = (exporter: Exporter, bearer: Bearer, asked: Wishes, reply: FastifyReply) => Promise<MadeFile>

export function createScribe(app: FastifyInstance, services: Services): Scribe {
  // One file of a kind at a time: what waits takes no processor from the boards, and no memory.
  const newQueue = (): Queue => createQueue(OTHERS_FIRST, A_CLASS)
  const names = Object.keys(exporters) as readonly ExporterName[]
  const queues = new Map(names.map((name) => [exporters[name].id as string, { name, inTurn: newQueue() }]))
  // Of large boards one over all kinds.
  const inLargeTurn = newQueue()
  const worker = new URL('../exports/file-worker.ts', import.meta.url)
  const desk = createDesk<FileWish, MadeFile>(() => deskThread(worker))
  app.addHook('preClose', (done) => {
    desk.close()
    done()
  })
  const writeHere = hereWriter(services)
  return async (exporter, bearer, asked, reply) => {
    const queue = queues.get(exporter.id)
    if (queue === undefined) throw refusals.notFound()
    const { board, actor } = bearer
    const asker: Asker = { board, hasGone: () => reply.raw.destroyed }
    return queue.inTurn(asker, async () => {
      // What can't be read there the room may know, or it says why not.
      const large = await services.rooms.content(board).then(isLarge, () => false)
      if (!large) return writeHere(exporter, bearer, asked)
      return inLargeTurn(asker, async () => {
        const { snapshot, updates } = await services.rooms.content(board)
        const wish = { board, role: actor.role, content: { snapshot, updates }, now: services.now() }
        return desk.make({ ...wish, exporter: queue.name, asked }, askerAtDesk(services, board, reply))
      })
    })
  }
}

function hereWriter({ rooms, storage, now }: Services) {
  const undrawnIn = openUndrawn()
  return async (exporter: Exporter, { board, actor }: Bearer, asked: Wishes): Promise<MadeFile> => {
    const shown = redact(await rooms.snapshot(board), actor.role)
    const { logo } = shown.session
    const picture = logo === null ? null : await storage.image(board, logo)
    return madeFile(exporter, wishedInput(board, shown, asked, now(), picture), undrawnIn)
  }
}

/** What a note takes up at least, in bytes, and what a change says besides what it leaves on the board. */
const NOTE = 160
const CHANGE = 120
/** So many notes are read and written in a few milliseconds; more, one file after the other, would hold up the other boards. */
const FEW = 1_000

function isLarge({ snapshot, updates }: StoredContent): boolean {
  const whole = snapshot?.whole.length ?? 0
  return updates.reduce((sum, { length }) => sum + Math.max(0, length - CHANGE), whole) > FEW * NOTE
}
