import { describe, expect, test } from 'vitest'
import { createPassphraseGate, type GateAnswer } from '../../server/src/links/passphrase-gate.ts'
import { fitsPassphrase, hashPassphrase } from '../../server/src/links/passphrase.ts'
import { createTries } from '../../server/src/links/tries.ts'
import { handClock } from '../support/hand-clock.ts'

const words = 'four words in a row'

describe('a passphrase on the disk', () => {
  test('has a salt of its own, says nothing of the words, and fits them alone', async () => {
    const [one, other] = await Promise.all([hashPassphrase(words), hashPassphrase(words)])
    expect(one).not.toBe(other)
    expect(one).not.toContain('four')
    expect(await fitsPassphrase(` ${words}\n`, one)).toBe(true)
    expect(await fitsPassphrase('four words in a line', one)).toBe(false)
    expect(await fitsPassphrase('ﬁve words in a row', await hashPassphrase('five words in a row'))).toBe(true)
    expect(await fitsPassphrase(words, 'scrypt$15$short$hash')).toBe(false)
  })
})

describe('tries on one link', () => {
  const spent = () => {
    const clock = handClock()
    const tries = createTries(clock)
    for (let at = 0; at < 20; at++) void tries.turn('link', 'lair')
    const order: string[] = []
    const ask = (from: string, name = from) =>
      void tries.turn('link', from).then((may) => order.push(may ? name : `${name} refused`))
    return { clock, tries, order, ask }
  }

  test('cost no time at first, then two seconds each; another link is not slowed', async () => {
    const { clock, tries, order, ask } = spent()
    ask('lair')
    expect(await tries.turn('other link', 'lair')).toBe(true)
    await clock.pass(1_900)
    expect(order).toEqual([])
    await clock.pass(200)
    expect(order).toEqual(['lair'])
  })

  test('that are right cost nothing', async () => {
    const clock = handClock()
    const tries = createTries(clock)
    for (let at = 0; at < 500; at++) {
      expect(await tries.turn('link', 'workshop')).toBe(true)
      tries.giveBack('link')
    }
  })

  test('take turns between networks: who floods one waits in its own line', async () => {
    const { clock, order, ask } = spent()
    for (let at = 0; at < 3; at++) ask('lair')
    ask('workshop')
    await clock.pass(4_100)
    expect(order).toEqual(['lair', 'workshop'])
  })

  test('find a place also when one network has taken all of them', async () => {
    const { clock, order, ask } = spent()
    for (let at = 0; at < 6; at++) ask('lair')
    ask('workshop')
    await clock.pass(0)
    expect(order).toEqual(['lair refused', 'lair refused', 'lair refused'])
    await clock.pass(4_100)
    expect(order.slice(3)).toEqual(['lair', 'workshop'])
  })

  test('are as many as at first when nobody has tried for a while, whatever the clock did', async () => {
    const { clock, tries, order, ask } = spent()
    clock.set(-3_600_000)
    ask('lair')
    await clock.pass(2_100)
    expect(order).toEqual(['lair'])
    clock.set(3_600_000)
    for (let at = 0; at < 20; at++) expect(await tries.turn('link', 'lair')).toBe(true)
  })
})

describe('the gate', () => {
  const asking = (said: string, from = 'workshop') => ({ said, link: 'link', from })

  test('lets a whole workshop in at once, also while somebody guesses', async () => {
    const clock = handClock()
    const gate = createPassphraseGate(clock)
    const kept = await hashPassphrase(words)
    const all = await Promise.all(Array.from({ length: 250 }, () => gate.ask(kept, asking(words))))
    expect(new Set(all)).toEqual(new Set(['right']))
    const guesses: GateAnswer[] = []
    for (let at = 0; at < 30; at++) {
      void gate.ask(kept, asking(`guess ${at}`, 'lair')).then((answer) => guesses.push(answer))
    }
    const late: GateAnswer[] = []
    for (let at = 0; at < 250; at++) void gate.ask(kept, asking(words)).then((answer) => late.push(answer))
    await clock.pass(4_100)
    expect(late).toHaveLength(250)
    expect(new Set(late)).toEqual(new Set(['right']))
    expect(guesses).not.toContain('right')
    expect(guesses.filter((answer) => answer === 'wrong').length).toBeLessThan(25)
  })
})
