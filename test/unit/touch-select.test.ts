import { describe, expect, it } from 'vitest'
import { hand } from '../support/live-bench.ts'

const touch = { pointer: 'touch' } as const
const selected = (it: ReturnType<typeof hand>) => [...it.bench.selection.ids()]

describe('selecting several with fingers', () => {
  it('draws out a rectangle after the finger has rested, and moves the wall before', () => {
    const it = hand()
    const view = it.bench.camera.view()
    it.press({ x: -120, y: -200 }, touch)
    it.drag({ x: 0, y: -100 }, { ...touch, time: 600 })
    it.drag({ x: 140, y: 60 }, { ...touch, time: 700 })
    expect(it.bench.live.marquee.get()).not.toBeNull()
    it.lift({ x: 140, y: 60 }, { ...touch, time: 800 })
    expect(selected(it)).toEqual(it.line.slice(0, 3))
    expect(it.bench.camera.view()).toBe(view)
    it.press({ x: -120, y: -200 }, touch)
    it.drag({ x: 0, y: -100 }, { ...touch, time: 100 })
    it.lift({ x: 0, y: -100 }, { ...touch, time: 800 })
    expect(it.bench.camera.view()).not.toEqual(view)
  })

  it('adds what is touched where a finger selects in a rectangle, and takes it away again', () => {
    const it = hand()
    const [one, two, three] = it.line
    it.bench.desk.around.set('rectangle')
    it.click(it.middleOf(one), touch)
    it.click(it.middleOf(three), touch)
    expect(selected(it)).toEqual([one, three])
    it.click(it.middleOf(one), touch)
    expect(selected(it)).toEqual([three])
    it.pull({ x: 30, y: 40 }, { x: 190, y: 180 }, touch)
    expect(selected(it)).toEqual([three, two])
    it.click({ x: 0, y: 900 }, touch)
    expect(selected(it)).toEqual([])
  })

  it('draws a line around with a finger, and with a mouse without Alt', () => {
    const it = hand()
    const [one] = it.line
    it.bench.desk.around.set('line')
    for (const pointer of ['touch', 'mouse'] as const) {
      it.bench.selection.clear()
      it.press({ x: -20, y: -200 }, { pointer })
      for (const at of [
        { x: 60, y: -200 },
        { x: 60, y: -20 },
        { x: -20, y: -20 },
      ])
        it.drag(at, { pointer })
      it.lift({ x: -20, y: -20 }, { pointer })
      expect(it.bench.selection.has(one)).toBe(true)
    }
  })

  it('selects one at a time while a finger moves the wall', () => {
    const it = hand()
    const [one, , three] = it.line
    it.click(it.middleOf(one), touch)
    it.click(it.middleOf(three), touch)
    expect(selected(it)).toEqual([three])
  })
})
