import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'

export interface Received {
  readonly headers: IncomingHttpHeaders
  readonly path: string
  readonly body: Buffer
}

export interface Receiver {
  readonly url: string
  readonly port: number
  readonly received: readonly Received[]
  /** How the next ones are answered. */
  answer(how: (response: ServerResponse) => void): void
  close(): Promise<void>
}

/** Somebody on this machine who is told of finished sessions; answers 204 unless it is told otherwise. */
export async function receiver(port = 0): Promise<Receiver> {
  const received: Received[] = []
  let how: (response: ServerResponse) => void = (response) => void response.writeHead(204).end()
  const server = createServer((request, response) => {
    response.on('error', () => undefined)
    void buffer(request).then(
      (body) => {
        received.push({ headers: request.headers, path: request.url ?? '', body })
        how(response)
      },
      () => undefined,
    )
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const close = async (): Promise<void> => {
    server.closeAllConnections()
    if (server.listening) await new Promise((resolve) => server.close(resolve))
  }
  onTestFinished(close)
  const { port: at } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${at}/forms?from=us`, port: at, received, answer: (next) => void (how = next), close }
}

/** Is it signed with this secret, as whoever gets it would see for themselves? */
export function isSigned({ headers, body }: Received, secret: string): boolean {
  const said = [headers['webhook-id'], headers['webhook-timestamp'], body.toString()].join('.')
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  return headers['webhook-signature'] === `v1,${createHmac('sha256', key).update(said).digest('base64')}`
}
