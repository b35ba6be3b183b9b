import { ID_PATTERN, type BoardId } from '@momentous/shared/domain/id'
import { closeReasons } from '@momentous/shared/wire/close-reasons'
import { closeCodes, COMPACT, OURS } from '@momentous/shared/wire/frames'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import type { Load } from '../../http/room-service.ts'
import { closeFor, NO_SUCH_BOARD, reasonOf, TRY_LATER } from './dismissal.ts'
import { attendSocket } from '../line/socket.ts'
import { createGuests, guestOf } from './guests.ts'
import { limits } from '../limits.ts'
import { createNetworks } from './networks.ts'
import { sayGoodbye } from '../line/goodbye.ts'
import { createPeer, type Peer } from '../line/peer.ts'
import type { Room } from '../room.ts'
import type { Slots } from '../slots.ts'
import { createTraffic } from '../line/traffic.ts'
import { createTurnstile } from '../line/turnstile.ts'
import type { RoomWorld } from '../world.ts'

const TOKEN = 'cap.'

export interface Entrance {
  accept(request: IncomingMessage, line: Duplex, head: Buffer, network: string): void
  load(): Pick<Load, 'turns' | 'received' | 'sent'>
  /** From now on everybody is asked to come back later. */
  shut(): void
}

/** Where sockets come in. The upgrade is always accepted: a browser can't see any other answer than a close code. */
export function createEntrance(world: RoomWorld, slots: Slots): Entrance {
  const networks = createNetworks(world.now)
  const turnstile = createTurnstile()
  const guests = createGuests(world.now)
  const traffic = createTraffic()
  let open = true
  const server = handshakes()

  async function admit({ socket, request, line, network, arrived }: Arrival): Promise<void> {
    const offered = protocolsOf(request)
    const board = boardOf(request)
    if (!open) return sayGoodbye(socket, ...TRY_LATER)
    if (board === null) return sayGoodbye(socket, ...NO_SUCH_BOARD)
    const token = offered.find((each) => each.startsWith(TOKEN))?.slice(TOKEN.length)
    const verdict = token === undefined ? null : await world.links.verify(token)
    if (verdict === null || !verdict.ok) return sayGoodbye(socket, closeCodes.linkGone, reasonOf(verdict, board))
    if (verdict.bearer.board !== board) return sayGoodbye(socket, closeCodes.linkGone, closeReasons.unknownLink)
    const left = networks.settle(network, verdict.bearer.actor)
    if (left === null) return turnAway(world, socket)
    // One that broke off while its link was looked up has closed already, and never says so again.
    if (socket.readyState === socket.CLOSED) return left()
    socket.once('close', left)
    const { bearer } = verdict
    const guest = guestOf(bearer, network)
    const wait = guests.wait(guest)
    // Whoever waits keeps nobody else out.
    if (wait > 0) arrived()
    await passed(world, wait)
    const speech = { ours: offered.includes(OURS), compact: offered.includes(COMPACT) }
    const peer = createPeer({ socket, line }, bearer, speech, world.tick)
    await slots.use(board, async (room) => {
      if (!(await mayStill(room, peer, socket))) return
      const { spending, ended } = guests.enter(guest)
      const left = (): void => {
        ended(peer.dismissed)
        slots.release(room)
      }
      attendSocket(room, { peer, socket, turnstile, who: guest.who, spending, left })
    })
  }

  return {
    accept(request, line, head, network) {
      server.handleUpgrade(request, line, head, (socket) => {
        socket.on('error', ignore)
        traffic.follow(line)
        const arrived = networks.arrive(network)
        if (arrived === null) return turnAway(world, socket)
        // Nothing is read before the board is open: the client's first question waits in the socket.
        socket.pause()
        admit({ socket, request, line, network, arrived })
          .catch((error: unknown) => turnBack(world, socket, error))
          .finally(() => {
            arrived()
            socket.resume()
          })
      })
    },
    load: () => ({ turns: turnstile.waiting(), ...traffic.total() }),
    shut() {
      open = false
    },
  }
}

/** Reading a board takes a while, and whoever was shut out meanwhile doesn't come in. */
async function mayStill(room: Room, peer: Peer, socket: WebSocket): Promise<boolean> {
  // Who comes in takes as much of the board's share as much that is read.
  await passed(room.world, room.share.rest())
  const still = await room.world.links.verify(peer.bearer.token)
  if (!still.ok) sayGoodbye(socket, closeCodes.linkGone, reasonOf(still, room.id))
  else if (room.closed) sayGoodbye(socket, ...TRY_LATER)
  else if (peer.actor.seated) peer.actor = still.bearer.actor
  return socket.readyState === socket.OPEN
}

async function passed({ after }: RoomWorld, milliseconds: number): Promise<void> {
  if (milliseconds > 0) await new Promise<void>((resolve) => void after(milliseconds, resolve))
}

/** For a network that has too many. */
function turnAway({ metrics }: RoomWorld, socket: WebSocket): void {
  metrics.add('refusedSockets', 1)
  sayGoodbye(socket, ...TRY_LATER)
}

/** For a board that can't be opened. */
function turnBack({ log }: RoomWorld, socket: WebSocket, error: unknown): void {
  const [code, reason] = closeFor(error)
  if (code !== closeCodes.noSuchBoard) log.error({ err: error }, 'a board could not be opened')
  sayGoodbye(socket, code, reason)
}

/** What remembers nothing: made in there, it would keep the whole request for as long as the socket lasts. */
function ignore(): void {}

function handshakes(): WebSocketServer {
  return new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: limits.frame,
    perMessageDeflate: false,
    // A client that offers protocols needs one of them back: to a stock client that is what it came with.
    handleProtocols: (offered) => (offered.has(OURS) ? OURS : ([...offered][0] ?? false)),
  })
}

interface Arrival {
  readonly socket: WebSocket
  readonly request: IncomingMessage
  readonly line: Duplex
  readonly network: string
  /** It doesn't count as on its way in any longer. */
  arrived(): void
}

function protocolsOf({ headers }: IncomingMessage): readonly string[] {
  return (headers['sec-websocket-protocol'] ?? '').split(',').map((each) => each.trim())
}

/** The path holds the board's id and nothing else; a token there would end up in somebody's log. */
function boardOf({ url }: IncomingMessage): BoardId | null {
  const id = /^\/sync\/([^/?#]+)$/.exec(url ?? '')?.[1]
  return id !== undefined && ID_PATTERN.test(id) ? (id as BoardId) : null
}
