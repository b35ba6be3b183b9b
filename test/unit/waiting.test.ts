import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { createAsking, type AskingDesk } from '../../client/src/model/asking.ts'
import { createBackoff } from '../../client/src/model/backoff.ts'
import type { Outcome } from '../../client/src/model/board-store.ts'
import { createKeys } from '../../client/src/model/keys.ts'
import type { Batch } from '../../client/src/model/shelves.ts'
import { leftOf, type Question, type Waiting } from '../../client/src/model/waiting.ts'
import { createWriteBehind } from '../../client/src/model/write-behind.ts'
import { seededNumbers } from '../support/seeded-random.ts'

const question = (key: string, name = 'raise-idea', args: unknown = { text: key }): Question => ({
  key,
  command: { id: `command-${key}`, name, args },
})

describe('writing down what waits', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  const desk = () => {
    const batches: Batch[] = []
    const now = { full: false }
    const behind = createWriteBehind(async (batch) => {
      if (!now.full) batches.push(batch)
      return !now.full
    })
    return { batches, behind, now }
  }
  const kept = (batches: readonly Batch[]) => {
    const there = new Set<string>()
    for (const { made, gone } of batches) {
      for (const key of gone) there.delete(key)
      for (const { key } of made) there.add(key)
    }
    return [...there].toSorted()
  }

  it('ten letters a second, each saved within 50 ms, write nothing at all', async () => {
    const { batches, behind } = desk()
    for (let letter = 0; letter < 100; letter++) {
      behind.add([question(String(letter))], [])
      await vi.advanceTimersByTimeAsync(50)
      behind.add([], [String(letter)])
      await vi.advanceTimersByTimeAsync(50)
    }
    expect(batches).toEqual([])
  })

  it('offline they are there within a tenth of a second, in one write for all that came together', async () => {
    const { batches, behind } = desk()
    for (let letter = 0; letter < 50; letter++) {
      behind.add([question(String(letter).padStart(2, '0'))], [])
      await vi.advanceTimersByTimeAsync(20)
    }
    await vi.advanceTimersByTimeAsync(100)
    expect(kept(batches)).toHaveLength(50)
    expect(batches.length).toBeLessThanOrEqual(11)
  })

  it('what could not be written is tried again, without what was saved meanwhile', async () => {
    const { batches, behind, now } = desk()
    now.full = true
    behind.add([question('1'), question('2')], ['0'])
    await behind.flush()
    behind.add([question('3')], ['1'])
    await behind.flush()
    now.full = false
    await vi.advanceTimersByTimeAsync(6000)
    expect(kept(batches)).toEqual(['2', '3'])
    expect(batches.flatMap(({ gone }) => gone)).toEqual(expect.arrayContaining(['0']))
  })
})

it('keys sort by the order of making, also when the device’s clock is put back, and behind those taken over', () => {
  let now = 1_000_000
  const keys = createKeys('page', () => now)
  const made = [keys.next(), keys.next()]
  now -= 3_600_000
  made.push(keys.next())
  keys.follow(createKeys('other', () => now + 9_000_000).next())
  made.push(keys.next(), keys.next())
  now += 20_000_000
  made.push(keys.next())
  expect(made.toSorted()).toEqual(made)
  expect(new Set(made).size).toBe(made.length)
  const waiting: Waiting[] = made.toReversed().map((key) => question(key))
  expect(leftOf(waiting).questions.map(({ key }) => key)).toEqual(made)
})

it('250 pages of a server that was started again come back spread over time, and soon', () => {
  const chance = seededNumbers(7)
  const pages = Array.from({ length: 250 }, () => createBackoff(chance))
  const first = pages.map((page) => page.next())
  const within = (ms: number) => first.map((each) => first.filter((other) => Math.abs(other - each) < ms).length)
  expect(Math.max(...within(1))).toBeLessThan(12)
  expect(Math.max(...first)).toBeLessThanOrEqual(450)
  for (let tries = 0; tries < 8; tries++) {
    expect(Math.max(...pages.map((page) => page.next()))).toBeLessThanOrEqual(4500)
  }
  const [one] = pages
  one?.held()
  expect(one?.next()).toBeLessThanOrEqual(450)
})

describe('asking the server', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  const meet = (online: boolean) => {
    const now = { online, number: 0 }
    const sent: string[] = []
    const kept = new Map<string, Question>()
    const refused: string[] = []
    const desk: AskingDesk = {
      send(command) {
        if (now.online) sent.push(command.name)
        return now.online
      },
      newId: () => `id-${now.number++}`,
      newKey: () => `key-${now.number++}`,
      now: () => performance.now(),
      online: () => now.online,
      keep(made, gone) {
        for (const key of gone) kept.delete(key)
        for (const each of made) kept.set(each.key, each)
      },
      refused: (given) => void refused.push(given.command.name),
    }
    const asking = createAsking(desk)
    onTestFinished(asking.close)
    const answer = (outcome: Outcome) => {
      const [waiting] = kept.values()
      asking.answered({ id: waiting?.command.id ?? '', ...outcome })
    }
    return { asking, now, sent, kept, refused, answer }
  }

  it('what a person gave for good is kept until the server has answered, and not a moment longer', async () => {
    const { asking, kept, answer } = meet(true)
    const outcome = asking.ask('raise-idea', { text: 'A dog' })
    expect([...kept.values()].map(({ command }) => command.args)).toEqual([{ text: 'A dog' }])
    expect(asking.count.get()).toBe(1)
    answer({ ok: true })
    expect(await outcome).toMatchObject({ ok: true })
    expect(kept.size).toBe(0)
    expect(asking.count.get()).toBe(0)
  })

  it('a link that breaks in between lets nobody wait at the screen; a refusal comes back to its author', async () => {
    const { asking, now, sent, refused, kept, answer } = meet(true)
    const outcome = asking.ask('grade-moment', { moment: 'm', round: 1, ranking: 'neutral' })
    now.online = false
    asking.disconnected()
    expect(await outcome).toEqual({ ok: true, later: true })
    now.online = true
    asking.connected()
    expect(sent).toEqual(['grade-moment', 'grade-moment'])
    answer({ ok: false, rule: null, reason: 'The disk is full.' })
    expect(kept.size).toBe(1)
    answer({ ok: false, rule: 'A1', reason: 'The grades are revealed.' })
    expect(refused).toEqual(['grade-moment'])
    expect(kept.size).toBe(0)
  })

  it('what was written can be looked up from the moment it was sent until the answer, also while somebody waits for it', () => {
    const { asking, answer } = meet(true)
    void asking.ask('raise-idea', { text: 'A dog' })
    void asking.ask('ring-bell', {})
    expect(asking.unanswered().map(({ command }) => command.args)).toEqual([{ text: 'A dog' }])
    expect(asking.waiting()).toEqual([])
    answer({ ok: true })
    expect(asking.unanswered()).toEqual([])
  })

  it('what steers the room does not wait for a link: it is over soon, and never sent afterwards', async () => {
    const { asking, now, sent, kept } = meet(false)
    const outcome = asking.ask('move-phase', { to: 'decide' })
    await vi.advanceTimersByTimeAsync(4500)
    expect(await outcome).toMatchObject({ ok: false, rule: null })
    now.online = true
    asking.connected()
    expect(sent).toEqual([])
    expect(kept.size).toBe(0)
  })
})
