import type { BoardId } from '@momentous/shared/domain/id'
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { expect, it } from 'vitest'
import { createDesk, type DeskAsker } from '../../server/src/exports/desk.ts'
import { Interrupted } from '../../server/src/exports/interrupted.ts'

const wish = { board: 'board-of-tests' as BoardId }

/** A desk whose threads do this with what they are asked. */
function deskOf(work: string) {
  const threads: Worker[] = []
  const desk = createDesk<typeof wish, string>(() => {
    const thread = new Worker(`const { parentPort } = require('node:worker_threads')\n${work}`, { eval: true })
    threads.push(thread)
    return thread
  })
  return { desk, threads }
}

function asker(images: DeskAsker['images'] = async () => new Map()) {
  const leaving = new AbortController()
  return { images, leaving: leaving.signal, leave: () => leaving.abort() }
}

const ECHO = `
  parentPort.once('message', ({ board }) => {
    parentPort.once('message', (images) => parentPort.postMessage({ made: board + ' ' + images.size }))
    parentPort.postMessage({ needs: ['a', 'b'] })
  })`
const NEVER = `parentPort.on('message', () => {})`

it('a desk brings the pictures that a thread needs, and ends the thread with its answer', async () => {
  const { desk, threads } = deskOf(ECHO)
  const file = { mediaType: 'image/png', bytes: new Uint8Array(1) } as const
  const asked = desk.make(
    wish,
    asker(async (hashes) => new Map(hashes.map((hash) => [hash, file]))),
  )
  expect(await asked).toBe('board-of-tests 2')
  await Promise.all(threads.map((thread) => once(thread, 'exit')))
})

it('what nobody waits for any more is not made to its end', async () => {
  const { desk, threads } = deskOf(NEVER)
  const { leave, ...who } = asker()
  const asked = desk.make(wish, who)
  leave()
  await expect(asked).rejects.toBeInstanceOf(Interrupted)
  expect(threads.map(({ threadId }) => threadId)).toEqual([-1])
  await expect(desk.make(wish, who)).rejects.toBeInstanceOf(Interrupted)
  expect(threads).toHaveLength(1)
})

it('a desk that closes makes nothing to its end, and begins nothing', async () => {
  const { desk, threads } = deskOf(NEVER)
  const asked = [desk.make(wish, asker()), desk.make(wish, asker())].map((each) =>
    each.catch((error: unknown) => error),
  )
  desk.close()
  for (const each of await Promise.all(asked)) expect(each).toBeInstanceOf(Interrupted)
  await expect(desk.make(wish, asker())).rejects.toBeInstanceOf(Interrupted)
  expect(threads.map(({ threadId }) => threadId)).toEqual([-1, -1])
})

it('a thread that dies or refuses says so, and why', async () => {
  await expect(deskOf('process.exit(3)').desk.make(wish, asker())).rejects.toThrow('has ended')
  const damaged = deskOf(`parentPort.once('message', () => parentPort.postMessage({ problem: 'x', damaged: true }))`)
  await expect(damaged.desk.make(wish, asker())).rejects.toMatchObject({ kind: 'damaged-board', board: wish.board })
  const no = deskOf(`parentPort.once('message', () => parentPort.postMessage({ problem: 'No ink.', damaged: false }))`)
  await expect(no.desk.make(wish, asker())).rejects.toThrow('No ink.')
})
