import { expect, test } from 'vitest'
import { lastingThread } from '../../server/src/storage/lasting-thread.ts'
import type { Thread } from '../../server/src/storage/sqlite-thread.ts'

/** A thread whose lives a test ends, on a clock that it moves. */
function mortal() {
  let now = 0
  let end: (detail: string) => void = () => undefined
  const lives: number[] = []
  const pauses: number[] = []
  const life: Thread = { ask: () => Promise.resolve(null as never), stop: () => Promise.resolve() }
  const thread = lastingThread({
    begin(ended) {
      lives.push(now)
      end = ended
      return { ...life }
    },
    ended: (_, pause) => void pauses.push(pause),
    now: () => now,
  })
  return {
    thread,
    lives,
    pauses,
    die: () => end('the test says so'),
    pass: (milliseconds: number) => void (now += milliseconds),
    asked: () =>
      thread.ask('ready', null).then(
        () => 'answered',
        (error: { kind: string }) => error.kind,
      ),
  }
}

test('begins again at once after the first death, and then after longer and longer pauses, with an end to it', async () => {
  const { lives, pauses, die, pass, asked } = mortal()
  for (let death = 0; death < 9; death++) {
    die()
    if (pauses.at(-1) !== 0) expect(await asked()).toBe('down')
    pass((pauses.at(-1) ?? 0) - 1)
    if ((pauses.at(-1) ?? 0) > 0) expect(await asked()).toBe('down')
    pass(1)
    expect(await asked()).toBe('answered')
  }
  expect(pauses).toEqual([0, 250, 500, 1000, 2000, 4000, 8000, 10_000, 10_000])
  expect(lives).toHaveLength(10)
})

test('a life that lasted forgives those before it', async () => {
  const { pauses, die, pass, asked } = mortal()
  for (let death = 0; death < 4; death++) {
    die()
    pass(pauses.at(-1) ?? 0)
    await asked()
  }
  pass(30_001)
  die()
  expect(pauses).toEqual([0, 250, 500, 1000, 0])
})

test('one that was stopped stays stopped', async () => {
  const { thread, lives, pauses, die, asked } = mortal()
  await thread.stop()
  die()
  expect(await asked()).toBe('closed')
  expect([lives.length, pauses]).toEqual([1, []])
})
