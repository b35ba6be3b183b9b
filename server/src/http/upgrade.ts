import type { FastifyBaseLogger } from 'fastify'
import { STATUS_CODES, type IncomingMessage, type Server } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Config } from '../config.ts'
import { addressOf, networkOf, type Trusts } from './network.ts'
import type { Services } from './services.ts'

/** Hands sockets of `/sync/<id>` to the rooms; pages of foreign sites never get that far. */
export function acceptUpgrades(
  server: Server,
  { rooms, config }: Pick<Services, 'rooms' | 'config'>,
  trusts: Trusts,
  log: FastifyBaseLogger,
): void {
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // Nobody listens yet, and a socket that breaks now would end the process.
    socket.on('error', () => socket.destroy())
    if (!request.url?.startsWith('/sync/')) return refuse(socket, 404)
    const { origin, host } = request.headers
    if (isOwnOrigin(origin, host, config)) return rooms.accept(request, socket, head, networkOf(asker(request, trusts)))
    log.warn({ origin, host }, 'A page of another site was refused a socket. Set PUBLIC_URL or ORIGINS if it is yours.')
    refuse(socket, 403)
  })
}

/** Programs send no origin; a browser's page has to come from here, or from a site that the configuration names. */
function isOwnOrigin(origin: string | undefined, host: string | undefined, { origins }: Config): boolean {
  if (origin === undefined || origins.includes(origin)) return true
  return URL.canParse(origin) && new URL(origin).host === host
}

function asker({ socket, headers }: IncomingMessage, trusts: Trusts): string {
  return addressOf(socket.remoteAddress ?? '', [headers['x-forwarded-for'] ?? []].flat().join(','), trusts)
}

function refuse(socket: Duplex, status: 403 | 404): void {
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
