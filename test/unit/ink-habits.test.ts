import { describe, expect, it } from 'vitest'
import type { Device } from '../../client/src/model/device.ts'
import { openInk } from '../../client/src/model/ink-habits.ts'
import { hand } from '../support/live-bench.ts'
import { keysAnywhere } from '../../client/src/tools/wall-keys.ts'

function device(): Device {
  const kept = new Map<string, string>()
  return { lasting: true, read: (key) => kept.get(key) ?? null, write: (key, words) => void kept.set(key, words) }
}

describe('how somebody draws', () => {
  it('is remembered on the device', () => {
    const own = device()
    const before = openInk(own)
    before.pen.set('email')
    before.highlighter.set('highlighter-mint')
    before.width.set(8)
    before.erases.set('part')
    before.fingerDraws.set(true)
    const after = openInk(own)
    expect([after.pen.get(), after.highlighter.get(), after.width.get()]).toEqual(['email', 'highlighter-mint', 8])
    expect([after.erases.get(), after.fingerDraws.get()]).toEqual(['part', true])
  })

  it('is as at the beginning where another version kept what this one doesn’t know', () => {
    const own = device()
    own.write('momentous.pen', 'highlighter-mint')
    own.write('momentous.pen-width', '5')
    expect([openInk(own).pen.get(), openInk(own).width.get()]).toEqual(['ink', 4])
  })

  it('has keys for the width, while a pen is held', () => {
    const it = hand()
    const press = (chord: string) => keysAnywhere[chord]?.(it.bench, it.toolbox)
    expect(press(']')).toBe(false)
    it.toolbox.take('pen')
    expect(press(']')).toBe(true)
    expect(it.bench.desk.width.get()).toBe(8)
    expect(press(']')).toBe(true)
    press('[')
    press('[')
    press('[')
    expect(it.bench.desk.width.get()).toBe(2)
  })
})
