import { describe, expect, it } from 'vitest'
import type { Device } from '../../client/src/model/device.ts'
import { openHabits } from '../../client/src/model/habits.ts'
import type { Look } from '../../client/src/model/looks.ts'

function device(): Device & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>()
  return { kept, lasting: true, read: (key) => kept.get(key) ?? null, write: (key, words) => void kept.set(key, words) }
}
const at = (x: number): Look => ({ x, y: 2.5, zoom: 0.7, phase: 'post' })

describe('where somebody looked', () => {
  it('is remembered for each board by itself', () => {
    const mine = device()
    openHabits(mine).looksOf('one').keep(at(1))
    openHabits(mine).looksOf('two').keep(at(2))
    openHabits(mine).looksOf('one').keep(at(3))
    expect(openHabits(mine).looksOf('one').read()).toEqual(at(3))
    expect(openHabits(mine).looksOf('two').read()).toEqual(at(2))
    openHabits(mine).looksOf('two').keep(null)
    expect(openHabits(mine).looksOf('two').read()).toBeNull()
    expect(openHabits(mine).looksOf('one').read()).toEqual(at(3))
  })

  it('is forgotten of the boards that were left longest ago', () => {
    const { looksOf } = openHabits(device())
    for (let board = 0; board < 40; board++) looksOf(`board ${board}`).keep(at(board))
    expect(looksOf('board 9').read()).toBeNull()
    expect(looksOf('board 10').read()).toEqual(at(10))
  })

  it('is nowhere when what was kept can’t be read', () => {
    for (const words of [
      '{',
      '7',
      '[[]]',
      '[["one",{"x":null}]]',
      '[["one",{"x":1,"y":1,"zoom":1,"phase":"dance"}]]',
    ]) {
      const mine = device()
      mine.kept.set('momentous.looks', words)
      expect(openHabits(mine).looksOf('one').read(), words).toBeNull()
    }
  })
})
