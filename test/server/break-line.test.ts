import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import { updateKey } from '@momentous/shared/wire/update-key'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { liveServer } from '../support/live-server.ts'
import { own, sync } from '../support/raw-frames.ts'
import { addMoment, buildSession, newRecordId } from '../support/session-builder.ts'

/** A client frame as the WebSocket protocol wants it, masked with zeros. */
function masked(payload: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from([0x82, 0x80 | payload.length, 0, 0, 0, 0]), payload])
}

function openLine(origin: string, board: string, token: string): Socket {
  const line = connect(Number(new URL(origin).port), '127.0.0.1')
  line.on('error', () => undefined)
  line.write(
    [
      `GET /sync/${board} HTTP/1.1`,
      'Host: 127.0.0.1',
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
      `Sec-WebSocket-Protocol: momentous.v1, cap.${token}`,
      '\r\n',
    ].join('\r\n'),
  )
  return line
}

/** A board of some hundred kilobytes, on a server whose time stands still from now on. */
async function largeBoard() {
  let still: number | null = null
  const reads: string[] = []
  const { origin } = await liveServer(({ storage }) => ({
    now: () => still ?? Date.now(),
    storage: {
      ...storage,
      content(id) {
        reads.push(id)
        return storage.content(id)
      },
    },
  }))
  const session = await buildSession(origin)
  await session.go('post')
  const writer = await session.join((await session.sit('participant', 'Ann')).token)
  for (let round = 0; round < 20; round++) {
    const update = writer.write((doc) => {
      for (let at = 0; at < 100; at++) addMoment(doc, newRecordId(), randomBytes(150).toString('hex'))
    })
    await writer.frame(67, ({ keys }) => keys.includes(updateKey(update)))
  }
  const size = Y.encodeStateAsUpdate(writer.doc).length
  const eve = await session.sit('participant', 'Eve')
  still = Date.now()
  reads.length = 0
  return { line: openLine(origin, session.board, eve.token), size, reads }
}

test('somebody who asks for the whole board again and again without reading is sent it once', async () => {
  const { line, size, reads } = await largeBoard()
  line.pause()
  const question = masked(sync(0, Y.encodeStateVector(new Y.Doc())))
  const forged = masked(sync(0, new Uint8Array([1, 5, 1])))
  // In one piece, and then one by one, now with nothing and now with something that nobody has.
  line.write(Buffer.concat(Array.from({ length: 100 }, () => question)))
  for (let at = 0; at < 60; at++) {
    await new Promise((resolve) => setTimeout(resolve, 2))
    line.write(at % 2 === 0 ? question : forged)
  }
  // Frames of one socket are read in their order: once this is answered, all the questions were.
  line.write(masked(own(65, { id: 'the-last-word', name: 'be-ready', args: { ready: true } })))
  let received = 0
  let isLast = false
  await new Promise<void>((resolve) => {
    let end = ''
    line.on('data', (chunk: Buffer) => {
      received += chunk.length
      end = end.slice(-20) + chunk.toString('latin1')
      isLast ||= end.includes('the-last-word')
      if (isLast && received > size) resolve()
    })
    line.resume()
  })
  line.destroy()
  expect(received).toBeLessThan(1.2 * size)
  // None, when what the last newcomer was given was read a moment ago.
  expect(reads.length).toBeLessThan(2)
})
