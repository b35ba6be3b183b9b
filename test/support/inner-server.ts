import { atOnce } from '../../server/src/rooms/line/tempo.ts'
import { createServer } from 'node:http'
import { duplexPair } from 'node:stream'
import { setImmediate as turn } from 'node:timers/promises'
import { pino } from 'pino'
import { WebSocket } from 'ws'
import type { BoardId } from '@momentous/shared/domain/id'
import type { Role } from '@momentous/shared/domain/role'
import { makeBoard } from '../../server/src/http/new-board.ts'
import type { RoomService } from '../../server/src/http/room-service.ts'
import { createLinks } from '../../server/src/links/links.ts'
import { createRooms } from '../../server/src/rooms/rooms.ts'
import type { Snapshots } from '../../server/src/rooms/document/snapshots.ts'
import { openMemory } from '../../server/src/storage/memory.ts'
import { handClock, type HandClock } from './hand-clock.ts'
import { seededRandom } from './seeded-random.ts'

export interface InnerSeat {
  readonly id: string
  readonly name: string
  readonly token: string
}

/** The rooms with a storage in memory, a clock that a test moves and sockets that never leave the process. */
export interface InnerServer {
  readonly clock: HandClock
  rooms(): RoomService
  readonly board: BoardId
  readonly tokens: Readonly<Record<Role, string>>
  readonly logged: readonly string[]
  sit(role: Role, name: string): Promise<InnerSeat>
  /** A socket as the network would bring it; the bytes of every frame go to `heard`. */
  connect(token: string, heard: (frame: Uint8Array) => void, ...protocols: readonly string[]): WebSocket
  /** A command by HTTP. */
  command(token: string, name: string, args?: object): Promise<unknown>
  /** Another process would not know more: all that stays is the storage. */
  restart(): Promise<void>
  stop(): Promise<void>
}

/** A frame is through the server, the storage and the sockets after a few turns of the loop. */
async function turns(): Promise<void> {
  for (let at = 0; at < 4; at++) await turn()
}

/** A thread takes real time; what becomes of the log is another test's. */
const none: Snapshots = { write: () => Promise.resolve(null), close: () => undefined }

export async function innerServer(seed: number): Promise<InnerServer> {
  const clock = handClock(Date.UTC(2026, 0, 1), turns)
  const logged: string[] = []
  const log = pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) })
  const storage = await openMemory()
  const links = createLinks(storage, clock)
  const { now, after } = clock
  const random = seededRandom(seed)
  const open = () => createRooms({ storage, links, log, now, after, random, tempo: atOnce, snapshots: none })
  let rooms = open()
  const { id: board, tokens } = await makeBoard(
    storage,
    { title: 'The practice', why: 'Patients leave', template: 'dentist' },
    now(),
  )
  const http = createServer().on('upgrade', (request, line, head) => rooms.accept(request, line, head, 'a network'))

  async function bearerOf(token: string) {
    const verdict = await links.verify(token)
    if (!verdict.ok) throw new Error('This token opens nothing.')
    return verdict.bearer
  }

  async function close(): Promise<void> {
    const closing = rooms.close()
    await clock.settle()
    await closing
  }

  let commands = 0
  return {
    clock,
    rooms: () => rooms,
    board,
    tokens,
    logged,
    async sit(role, name) {
      const answer = await links.takeSeat(await bearerOf(tokens[role]), { name, workplace: undefined })
      if (!answer.ok) throw new Error('There is no seat.')
      return { id: answer.grant.seat.id, name, token: answer.grant.token }
    },
    connect(token, heard, ...protocols) {
      const [near, far] = duplexPair()
      http.emit('connection', far)
      const socket = new WebSocket(`ws://inside/sync/${board}`, ['momentous.v1', ...protocols, `cap.${token}`], {
        createConnection: () => near as never,
      })
      socket.on('error', () => undefined)
      socket.on('message', (data: Buffer) => heard(data))
      return socket
    },
    async command(token, name, args = {}) {
      const id = `by-http-${++commands}` as never
      const answered = rooms.command(await bearerOf(token), { id, name, args })
      await clock.settle()
      return answered
    },
    async restart() {
      await close()
      rooms = open()
    },
    async stop() {
      await close()
      await storage.close()
    },
  }
}
