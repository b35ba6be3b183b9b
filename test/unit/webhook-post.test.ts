import { createServer } from 'node:net'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { post } from '@momentous/server/webhooks/post'
import { expect, it, onTestFinished } from 'vitest'
import { receiver } from '../support/receiver.ts'

const letter = (port: number, name = 'there.example', protocol = 'http') => ({
  target: { ok: true, url: new URL(`${protocol}://${name}:${port}/in`), addresses: ['127.0.0.1'] } as const,
  headers: { 'content-type': 'application/json' },
  body: new TextEncoder().encode('{}'),
})
const never = new AbortController().signal

it('waits for whoever takes too long no longer, also when the answer drips, and says how long it was', async () => {
  const other = await receiver()
  other.answer(() => undefined)
  const late = 'The other side took longer than 0.2 seconds.'
  expect(await post(letter(other.port), never, 200)).toMatchObject({ what: 'failed', trouble: late })
  const dripping = createServer((socket) => {
    socket.on('error', () => undefined)
    const drip = setInterval(() => socket.write('HTTP/1.1 200 OK'.charAt(socket.bytesWritten) || 'x'), 30)
    socket.on('close', () => clearInterval(drip))
  })
  dripping.listen(0, '127.0.0.1')
  await once(dripping, 'listening')
  onTestFinished(() => void dripping.close())
  const { port } = dripping.address() as AddressInfo
  expect(await post(letter(port), never, 300)).toMatchObject({ what: 'failed', trouble: expect.any(String) })
})

it('takes a status for what it says, however long the words behind it, and holds none of them', async () => {
  const other = await receiver()
  other.answer((response) => {
    response.writeHead(200)
    const more = (): boolean => response.destroyed || (response.write(Buffer.alloc(16_384)) && more())
    response.on('drain', more)
    more()
  })
  expect(await post(letter(other.port), never)).toEqual({ what: 'taken' })
  other.answer((response) => void response.writeHead(410).end())
  expect(await post(letter(other.port), never)).toMatchObject({ what: 'failed', forGood: true })
  other.answer((response) => void response.writeHead(429, { 'retry-after': '30' }).end())
  expect(await post(letter(other.port), never)).toMatchObject({ wait: 30_000, forGood: false })
})

it('comes back from whoever wants to speak otherwise, or never ends what was said', async () => {
  const words = [
    'HTTP/1.1 101 Switching Protocols\r\nUpgrade: else\r\nConnection: upgrade\r\n\r\n',
    'HTTP/1.1 103 Early Hints\r\n\r\n',
    'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nbegun',
  ]
  const other = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.once('data', () => socket.write(words.shift() ?? ''))
  })
  other.listen(0, '127.0.0.1')
  await once(other, 'listening')
  onTestFinished(() => void other.close())
  const { port } = other.address() as AddressInfo
  const trouble = 'The other side answered 101.'
  expect(await post(letter(port), never)).toMatchObject({ what: 'failed', trouble })
  expect(await post(letter(port), never, 200)).toMatchObject({ what: 'failed' })
  expect(await post(letter(port), never, 200)).toEqual({ what: 'taken' })
})

it('asks no name server on the way, speaks https where it should, and stops when it is told to', async () => {
  const other = await receiver()
  // No such name exists: only the address that was looked at can have been asked.
  expect(await post(letter(other.port, 'no-such-name.invalid'), never)).toEqual({ what: 'taken' })
  expect(other.received[0]?.headers.host).toBe(`no-such-name.invalid:${other.port}`)
  expect(await post(letter(other.port, 'there.example', 'https'), never)).toMatchObject({
    what: 'failed',
    trouble: 'The other side doesn’t speak https at this address.',
  })
  other.answer(() => undefined)
  const stop = new AbortController()
  const asked = post(letter(other.port), stop.signal)
  stop.abort()
  expect(await asked).toEqual({ what: 'stopped' })
})
