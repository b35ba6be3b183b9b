import { frames, readFrame } from '@momentous/shared/wire/frames'
import * as decoding from 'lib0/decoding'
import { expect, onTestFinished, test } from 'vitest'
import { addressOfWorkshop, makeBoard, takeSeats } from '../load/boards.ts'
import { floodKinds, flows, type FloodKind } from '../load/flood-kinds.ts'
import { rawLine } from '../load/raw-line.ts'
import { protocolsFor } from '../load/speech.ts'
import { roomOf } from '../load/stage.ts'
import { liveServer } from '../support/live-server.ts'

/** What the server says to the first frames of such a flood: `saved`, `refused`, or why it closed. */
async function answerTo(kind: FloodKind, count: number): Promise<string> {
  const { origin } = await liveServer()
  const board = await makeBoard(origin, addressOfWorkshop(0))
  const [token = ''] = await takeSeats(origin, board, 1)
  const { promise, resolve } = Promise.withResolvers<string>()
  let saved = 0
  const line = rawLine({
    url: roomOf(origin, board, []).url,
    protocols: protocolsFor('ours', token),
    from: board.from,
    hear(payload) {
      const decoder = decoding.createDecoder(payload)
      const number = decoding.readVarUint(decoder)
      if (number === frames.refused.number) resolve('refused')
      if (number !== frames.saved.number) return
      const read = readFrame(number, decoder)
      if (read?.frame === 'saved' && (saved += read.fields.keys.length) >= count) resolve('saved')
    },
    opened(opened) {
      const flow = flows[kind]()
      for (let left = count; left > 0; left--) opened.send(flow() ?? new Uint8Array())
    },
    closed: resolve,
  })
  onTestFinished(() => line.close())
  return promise
}

test.each([
  ['edits', 5, 'saved'],
  ['draw and erase', 4, 'saved'],
  ['huge updates', 1, 'saved'],
  ['refused updates', 1, 'refused'],
] as const)('a flood of %s is what its name says', async (kind, count, answer) => {
  expect(await answerTo(kind, count)).toBe(answer)
})

test('every flood has something to send but the one of bare sockets', () => {
  const silent = floodKinds.filter((kind) => flows[kind]()() === null)
  expect(silent).toEqual(['sockets'])
})
