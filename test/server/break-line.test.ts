import { randomBytes } from 'node:crypto'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { liveServer } from '../support/live-server.ts'
import { sync } from '../support/raw-client.ts'
import { addMoment, buildSession, newRecordId } from '../support/session-builder.ts'

/** A client frame as the WebSocket protocol wants it, masked with zeros. */
function masked(payload: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from([0x82, 0x80 | payload.length, 0, 0, 0, 0]), payload])
}

test('somebody who asks for the whole board again and again without reading is closed, not kept in memory', async () => {
  const { origin } = await liveServer()
  const session = await buildSession(origin)
  await session.go('post')
  const writer = await session.join((await session.sit('participant', 'Ann')).token)
  for (let round = 0; round < 20; round++) {
    writer.write((doc) => {
      for (let at = 0; at < 100; at++) addMoment(doc, newRecordId(), randomBytes(150).toString('hex'))
    })
  }
  await expect.poll(async () => (await session.content()).moments.length, { timeout: 10_000 }).toBe(2010)
  const { token } = await session.sit('participant', 'Eve')
  const line = connect(Number(new URL(origin).port), '127.0.0.1')
  line.on('error', () => undefined)
  const gone = new Promise<string>((resolve) => line.on('close', () => resolve('closed')))
  line.pause()
  line.write(
    [
      `GET /sync/${session.board} HTTP/1.1`,
      'Host: 127.0.0.1',
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
      `Sec-WebSocket-Protocol: cap.${token}`,
      '\r\n',
    ].join('\r\n'),
  )
  await new Promise((resolve) => setTimeout(resolve, 300))
  const before = process.memoryUsage().external
  const question = masked(sync(0, Y.encodeStateVector(new Y.Doc())))
  // In one piece, and then one by one.
  line.write(Buffer.concat(Array.from({ length: 100 }, () => question)))
  for (let at = 0; at < 60; at++) {
    await new Promise((resolve) => setTimeout(resolve, 10))
    line.write(question)
  }
  await new Promise((resolve) => setTimeout(resolve, 1500))
  const held = process.memoryUsage().external - before
  const board = Y.encodeStateAsUpdate(writer.doc).length
  line.resume()
  expect(await Promise.race([gone, new Promise((resolve) => setTimeout(() => resolve('open'), 4000))])).toBe('closed')
  expect(held).toBeLessThan(40 * board)
})
