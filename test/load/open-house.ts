import { openBoard } from '@momentous/shared/board/board'
import { createBoard } from '@momentous/shared/board/create-board'
import { enterPhase } from '@momentous/shared/commands/enter-phase'
import { newId, type BoardId } from '@momentous/shared/domain/id'
import { mkdtempSync, rmSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import * as Y from 'yjs'
import type { RoomService } from '../../server/src/http/room-service.ts'
import { newLinks } from '../../server/src/links/new-links.ts'
import { glanceOf, writeGlance } from '../../server/src/rooms/document/glance.ts'
import { createRooms } from '../../server/src/rooms/rooms.ts'
import type { World } from '../../server/src/rooms/world.ts'
import { serve } from '../../server/src/serve.ts'
import type { Entry } from '../../server/src/storage/storage.ts'
import { plainConfig } from '../support/plain-config.ts'
import { random } from './author.ts'
import { notesBy } from './big-boards.ts'
import './collect-garbage.ts'

/**
 * The real server for load generators that know rooms by name and nothing of links: on `/sync/<name>` everybody gets a seat
 * of the board that has this name. Names that begin with `small-`, `n1k-` or `n10k-` get boards of 20, 1,000 or 10,000 notes;
 * of the large ones there are so many, which nobody has opened yet. All else is as in real life.
 *
 *     PORT=9700 node test/load/open-house.ts
 */
const stock = { n1k: { notes: 1_000, boards: 12 }, n10k: { notes: 10_000, boards: 24 } }
const SMALL = 20

interface Known {
  readonly id: BoardId
  /** Of the link for participants. */
  readonly token: string
}

/** Everything that makes a board whose wall is open, with so many notes. */
function contentWith(notes: number): readonly Entry[] {
  const doc = new Y.Doc()
  const board = openBoard(doc)
  createBoard(doc, { title: 'A measured session', why: 'To know what it costs', template: 'empty' }, random)
  doc.transact(() => enterPhase(board, 'post'))
  for (const update of notesBy(notes)) Y.applyUpdate(doc, update)
  return [
    { kind: 'update', bytes: Y.encodeStateAsUpdate(doc) },
    { kind: 'glance', glance: writeGlance(glanceOf(board)) },
  ]
}

async function makeBoard({ storage, now }: World, content: readonly Entry[]): Promise<Known> {
  const id = newId<BoardId>(random)
  const { tokens, records } = newLinks()
  const never = { passphrase: null, deleteAt: null, idleDays: null, seenAt: null }
  const record = { id, epoch: 1, door: 'open', heir: null, createdAt: now(), ...never } as const
  const links = records.map((link): Entry => ({ kind: 'link', link }))
  await storage.commit(id, [{ kind: 'board-created', record }, ...links, ...content])
  return { id, token: tokens.participant }
}

async function seatWith({ links }: World, token: string): Promise<string> {
  const verdict = await links.verify(token)
  const answer = verdict.ok ? await links.takeSeat(verdict.bearer, { name: 'Somebody' }) : null
  if (answer?.ok !== true) throw new Error('There is no seat.')
  return answer.grant.token
}

interface House {
  rooms(world: World): RoomService
  /** Makes the boards that wait for their names. */
  prepare(): Promise<void>
}

function openHouse(): House {
  const named = new Map<string, Promise<Known>>()
  const shelves = new Map<string, Known[]>()
  const [empty, small] = [contentWith(0), contentWith(SMALL)]
  let here: World | null = null

  function boardNamed(world: World, name: string): Promise<Known> {
    const ready = shelves.get(name.split('-')[0] ?? '')?.pop()
    return ready === undefined ? makeBoard(world, name.startsWith('small-') ? small : empty) : Promise.resolve(ready)
  }

  async function showIn(world: World, request: IncomingMessage): Promise<void> {
    const name = /^\/sync\/([^/?]+)/.exec(request.url ?? '')?.[1] ?? ''
    const board = named.get(name) ?? boardNamed(world, name)
    named.set(name, board)
    const { id, token } = await board
    request.url = `/sync/${id}`
    request.headers['sec-websocket-protocol'] = `cap.${await seatWith(world, token)}`
  }

  return {
    rooms(world) {
      here = world
      const rooms = createRooms(world)
      const accept: RoomService['accept'] = (request, line, ...rest) =>
        void showIn(world, request).then(
          () => rooms.accept(request, line, ...rest),
          () => line.destroy(),
        )
      return { ...rooms, accept }
    },
    async prepare() {
      if (here === null) return
      for (const [name, { notes, boards }] of Object.entries(stock)) {
        const [world, content] = [here, contentWith(notes)]
        shelves.set(name, await Promise.all(Array.from({ length: boards }, () => makeBoard(world, content))))
      }
    },
  }
}

const folder = mkdtempSync(join(tmpdir(), 'momentous-open-house-'))
const house = openHouse()
const config = {
  ...plainConfig(join(folder, 'boards'), 'warn'),
  host: process.env['HOST'] ?? '127.0.0.1',
  port: Number(process.env['PORT'] ?? 9700),
}
const log = pino({ level: 'warn' }, pino.destination(2))
const running = await serve(config, { log, client: folder, createRooms: house.rooms })
await house.prepare()
console.log(`${running.addresses[0]}/sync/<name>`)
process.once('SIGTERM', () => {
  void running.stop().finally(() => {
    rmSync(folder, { recursive: true, force: true })
    process.exit(0)
  })
})
