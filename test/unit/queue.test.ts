import type { BoardId } from '@momentous/shared/domain/id'
import { expect, it } from 'vitest'
import { createQueue, type Asker, type QueueRoom } from '../../server/src/http/queue.ts'

const SENTENCE = 'Others’ pictures are being drawn. Try again in a minute.'

function line(room?: QueueRoom) {
  const inTurn = createQueue(SENTENCE, room)
  const begun: string[] = []
  const ends = new Map<string, (error?: Error) => void>()
  const ask = (board: string, name: string, hasGone: Asker['hasGone'] = () => false) => {
    const asked = inTurn({ board: board as BoardId, hasGone }, async () => {
      begun.push(name)
      await new Promise<void>((resolve, reject) => {
        ends.set(name, (error) => (error === undefined ? resolve() : reject(error)))
      })
      return name
    })
    return asked.catch((error: unknown) => error)
  }
  const end = async (name: string, error?: Error) => {
    ends.get(name)?.(error)
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { ask, begun, end }
}
const BUSY = { status: 503, code: 'busy', message: SENTENCE }

it('one is begun after the other, in the order in which they were asked for, whatever becomes of each', async () => {
  const { ask, begun, end } = line()
  const asked = [ask('a', 'one'), ask('b', 'two'), ask('a', 'three')]
  expect(begun).toEqual(['one'])
  await end('one', new Error('It failed.'))
  expect(begun).toEqual(['one', 'two'])
  await end('two')
  await end('three')
  expect(await Promise.all(asked)).toEqual([new Error('It failed.'), 'two', 'three'])
  void ask('a', 'four')
  expect(begun.at(-1)).toBe('four')
})

it('two of a board may wait, and another board’s still find a place', async () => {
  const { ask, begun, end } = line()
  const asked = [ask('a', 'one'), ask('a', 'two'), ask('a', 'three')]
  expect(await ask('a', 'four')).toMatchObject(BUSY)
  asked.push(ask('b', 'five'))
  for (const name of ['one', 'two', 'three', 'five']) await end(name)
  expect(await Promise.all(asked)).toEqual(['one', 'two', 'three', 'five'])
  expect(begun).not.toContain('four')
})

it('eight may wait in all', async () => {
  const { ask, end } = line()
  for (let at = 0; at < 9; at += 1) void ask(`board ${at}`, `picture ${at}`)
  expect(await ask('another', 'late')).toMatchObject(BUSY)
  await end('picture 0')
  void ask('another', 'in time')
  expect(await ask('one more', 'late again')).toMatchObject(BUSY)
})

it('where there is room for a class, all of it is served', async () => {
  const { ask, end } = line({ inAll: 400, ofBoard: 100 })
  const asked = Array.from({ length: 60 }, (_, at) => ask('a', `form ${at}`))
  for (let at = 0; at < 60; at += 1) await end(`form ${at}`)
  expect(await Promise.all(asked)).toHaveLength(60)
  expect((await asked[59]) ?? '').toBe('form 59')
})

it('who has gone is passed over, and takes nobody’s place', async () => {
  const { ask, begun, end } = line()
  const gone = new Set<string>()
  const asked = ['one', 'two', 'three', 'four'].map((name) => ask(name, name, () => gone.has(name)))
  gone.add('two')
  await end('one')
  expect(begun).toEqual(['one', 'three'])
  expect(await asked[1]).toMatchObject({ status: 499 })
  void ask('four', 'four again')
  expect(await ask('four', 'five')).toMatchObject(BUSY)
  gone.add('four')
  void ask('four', 'six')
  await end('three')
  await end('four again')
  expect(begun).toEqual(['one', 'three', 'four again', 'six'])
})
