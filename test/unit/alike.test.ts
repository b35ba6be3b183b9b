import type { MomentId } from '@momentous/shared/domain/id'
import { timeline } from '@momentous/shared/board/timeline'
import { describe, expect, it } from 'vitest'
import { createAlikeIndex } from '../../client/src/model/alike-index.ts'
import { createAlikePairs } from '../../client/src/model/alike-pairs.ts'
import { likeness, saidIn } from '../../client/src/model/alike.ts'
import { hand, type Hand } from '../support/live-bench.ts'

const alike = (one: string, other: string) => likeness(saidIn(one), saidIn(other)) > 0

describe('two notes say nearly the same', () => {
  it.each([
    ['Waits at the desk', 'Waits at desk'],
    ['Waits at the desk', 'Waiting at the desk'],
    ['Phones to book a visit', 'phones to book the visit.'],
    ['Rings the bell', 'Ring the bell'],
    ['The nurse greets them by name', 'Nurse greets them by their name'],
    ['Recieves the invoice', 'Receives the invoice'],
    ['Is asked to pay at the desk', 'Asked to pay at desk'],
    ['Gets the bill by email', 'Gets bill by e-mail'],
    ['Waits 10 min', 'Waits 10 minutes'],
    ['Wartet am Empfang', 'Warten am Empfang'],
    ['Attend à l’accueil', 'ATTEND A L’ACCUEIL'],
  ])('%s · %s', (one, other) => {
    expect(alike(one, other)).toBe(true)
  })
})

describe('two notes say something else', () => {
  it.each([
    ['Receives the first invoice by email', 'Receives the first invoice by post'],
    ['Walks in through the main door', 'Walks out through the main door'],
    ['Pays at the desk', 'Waits at the desk'],
    ['Is greeted by name', 'Is not greeted by name'],
    ['Opens the door', 'Closes the door'],
    ['Phones to book a visit', 'Phones to cancel a visit'],
    ['Waits 10 minutes', 'Waits 20 minutes'],
    ['Gets the reminder the day before', 'Gets the reminder the day after'],
    ['Sees the door', 'Sees the floor'],
    ['Calls', 'Calls back'],
    ['', ''],
    ['…', '!'],
  ])('%s · %s', (one, other) => {
    expect(alike(one, other)).toBe(false)
  })
})

describe('looking through the line', () => {
  const pairsOf = (who: Hand) => createAlikePairs((id) => who.wall.moment(id))
  const write = (who: Hand, at: number, insert: string) => {
    const id = who.line[at] as MomentId
    const remove = who.wall.moment(id)?.text.length ?? 0
    who.wall.act('edit-text', { root: 'moments', id, key: 'text', index: 0, remove, insert })
    return id
  }
  const first = (who: Hand, pairs: ReturnType<typeof pairsOf>) =>
    pairs.first(timeline(who.wall.moments()), () => true)?.map(({ id }) => id) ?? null

  it('finds a pair once its words have rested, the earlier note first, and forgets it when one says something else', () => {
    const who = hand()
    const pairs = pairsOf(who)
    pairs.take(who.line, 0)
    pairs.work(2_000, () => true)
    expect(first(who, pairs)).toBe(null)
    const late = write(who, 6, 'Waits for the dentist')
    const early = write(who, 2, 'Waits for dentist')
    pairs.take([late, early], 3_000)
    expect([pairs.work(4_000, () => true), first(who, pairs)]).toEqual([true, null])
    expect([pairs.work(5_000, () => true), first(who, pairs)]).toEqual([false, [early, late]])
    write(who, 2, 'Reads a magazine')
    pairs.take([early], 6_000)
    pairs.work(8_000, () => true)
    expect(first(who, pairs)).toBe(null)
  })

  it('leaves out what is stacked, locked, behind the scenes or in the bin', () => {
    const who = hand()
    const pairs = pairsOf(who)
    const [a, b] = [write(who, 1, 'Rings the bell'), write(who, 4, 'Ring the bell')]
    const now = (at: number) => {
      pairs.take([a, b], at)
      pairs.work(at + 2_000, () => true)
      return first(who, pairs)
    }
    expect(now(0)).toEqual([a, b])
    who.wall.act('stack-moments', { ids: [b], on: a })
    expect(now(3_000)).toBe(null)
    who.wall.act('stack-moments', { ids: [b], on: null })
    expect(now(6_000)).toEqual([a, b])
    who.wall.act('lock-moments', { ids: [a], locked: true })
    expect(now(9_000)).toBe(null)
    who.wall.act('lock-moments', { ids: [a], locked: false })
    who.wall.act('set-kind', { id: b, kind: 'invisible' })
    expect(now(12_000)).toBe(null)
  })

  it('takes in ten thousand notes a little at a time, and one more in a moment', () => {
    const verbs = 'waits pays rings parks phones reads signs asks leaves enters'.split(' ')
    const things = 'desk door bell invoice form leaflet lift counter ticket screen'.split(' ')
    const pick = (from: readonly string[], at: number) => from[at % from.length] ?? ''
    const index = createAlikeIndex<number>()
    const text = (at: number) =>
      `${pick(verbs, at)} beside the ${pick(things, at >> 3)} with ${pick(verbs, at >> 5)}${pick(things, at >> 7)} ${at}`
    const before = process.cpuUsage()
    for (let at = 0; at < 10_000; at++) {
      index.put(at, text(at))
      index.alikeTo(at)
    }
    const { user } = process.cpuUsage(before)
    // Time of this process alone, in microseconds: others may be using the machine.
    expect(user / 10_000).toBeLessThan(1_000)
    index.put(10_000, text(4_321))
    expect(index.alikeTo(10_000)).toEqual([4_321])
  })
})
