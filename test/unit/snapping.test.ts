import { describe, expect, it } from 'vitest'
import { lassoTakes, surrounds } from '../../client/src/model/lasso.ts'
import { snap, wholeRect } from '../../client/src/model/snapping.ts'
import { hand } from '../support/live-bench.ts'

const rect = (x: number, y: number, w = 100, h = 50) => ({ x, y, w, h })

describe('a rectangle beside others', () => {
  it('goes in line with the nearest edge, and says where the line is', () => {
    const { by, guides } = snap(rect(104, 300), wholeRect, [rect(100, 0), rect(107, 900)], 6)
    expect(by).toEqual({ x: 3, y: 0 })
    expect(guides.filter(({ upright }) => upright).map(({ at }) => at)).toEqual([107, 157, 207])
    expect(guides[0]).toEqual({ upright: true, at: 107, from: 300, to: 950 })
  })

  it('goes middle to middle, and never middle to edge', () => {
    expect(snap(rect(0, 300), wholeRect, [rect(-48, 0, 200)], 6).by.x).toBe(2)
    expect(snap(rect(0, 300), wholeRect, [rect(52, 0, 900)], 6).by.x).toBe(0)
  })

  it('stays where nothing is within reach', () => {
    expect(snap(rect(0, 0), wholeRect, [rect(107, 57)], 6)).toEqual({ by: { x: 0, y: 0 }, guides: [] })
  })

  it('is in line with the edges that are pulled only', () => {
    expect(snap(rect(0, 0), { x: [1], y: [1] }, [rect(3, 300)], 6).by).toEqual({ x: 3, y: 0 })
    expect(snap(rect(0, 0), { x: [1], y: [1] }, [rect(3, 300, 500)], 6).by).toEqual({ x: 0, y: 0 })
  })
})

describe('gaps that are the same', () => {
  const gaps = (moving: ReturnType<typeof rect>, others: readonly ReturnType<typeof rect>[]) => {
    const { by, guides } = snap(moving, wholeRect, others, 6)
    const same = guides.filter(({ gap }) => gap).map(({ upright, from, to }) => [upright, from, to])
    return { by, same }
  }

  it('are found in the middle between two, and shown', () => {
    const { by, same } = gaps(rect(204, 10), [rect(0, 0), rect(400, 0)])
    expect(by.x).toBe(-4)
    expect(same).toEqual([
      [false, 100, 200],
      [false, 300, 400],
    ])
  })

  it('are found behind two that have a gap, and before them', () => {
    expect(gaps(rect(263, 10), [rect(0, 0), rect(130, 0)])).toMatchObject({ by: { x: -3 } })
    expect(gaps(rect(-133, 10), [rect(0, 0), rect(130, 0)]).by.x).toBe(3)
    expect(gaps(rect(10, 143), [rect(0, 0), rect(0, 70)]).same).toEqual([
      [true, 50, 70],
      [true, 120, 140],
    ])
  })

  it('concern only what lies in one row, and what is moved whole', () => {
    expect(gaps(rect(204, 300), [rect(0, 0), rect(400, 0)]).by.x).toBe(0)
    expect(snap(rect(204, 10), { x: [1], y: [1] }, [rect(0, 0), rect(400, 0)], 6).by.x).toBe(0)
  })
})

describe('dragging beside other notes', () => {
  const two = () => {
    const who = hand()
    const [one, other] = who.line
    const places = [
      { id: one, place: [0, 600, 176, 120] },
      { id: other, place: [300, 640, 176, 120] },
    ]
    who.board.run('place-moments', { places })
    return { who, one, other }
  }

  it('lays a note in line, shows the guide while it is dragged, and not when Ctrl is held', () => {
    const { who, one } = two()
    const from = who.middleOf(one)
    who.press(from)
    who.drag({ x: from.x, y: from.y + 36 })
    expect(who.bench.live.drag.get().get(one)).toEqual([0, 640, 176, 120])
    expect(who.bench.live.guides.get().some(({ upright, at }) => !upright && at === 640)).toBe(true)
    who.drag({ x: from.x, y: from.y + 36 }, { mod: true })
    expect(who.bench.live.drag.get().get(one)).toEqual([0, 636, 176, 120])
    expect(who.bench.live.guides.get()).toEqual([])
    who.lift({ x: from.x, y: from.y + 36 })
    expect(who.wall.moment(one)?.place).toEqual([0, 640, 176, 120])
    expect(who.bench.live.guides.get()).toEqual([])
  })

  it('reaches 6 px on the screen at any zoom', () => {
    const { who, one } = two()
    who.bench.camera.jump({ x: 0, y: 500, zoom: 2 })
    const from = who.middleOf(one)
    who.press(from)
    who.drag({ x: from.x, y: from.y + 36 })
    expect(who.bench.live.drag.get().get(one)).toEqual([0, 636, 176, 120])
  })

  it('lays a pulled edge in line', () => {
    const { who, one } = two()
    who.bench.selection.set([one])
    who.pull({ x: 179, y: 723 }, { x: 179, y: 760 })
    expect(who.wall.moment(one)?.place).toEqual([0, 600, 176, 160])
  })
})

describe('a line around pieces', () => {
  const round = [
    { x: 0, y: 0 },
    { x: 100, y: 0 },
    { x: 100, y: 100 },
  ]

  it('surrounds what lies between it and its ends', () => {
    expect(surrounds(round, { x: 80, y: 30 })).toBe(true)
    expect(surrounds(round, { x: 30, y: 80 })).toBe(false)
    expect(surrounds([], { x: 0, y: 0 })).toBe(false)
  })

  it('selects what it surrounds or touches with Alt, and adds with Shift', () => {
    const who = hand()
    const [one, two, three] = who.line
    const places = [one, two, three].map((id, at) => ({ id, place: [at * 400, 900, 176, 120] }))
    who.board.run('place-moments', { places })
    const around = (x: number, shift: boolean) => {
      const more = { alt: true, shift }
      who.press({ x: x - 20, y: 880 }, more)
      for (const at of [
        { x: x + 196, y: 880 },
        { x: x + 196, y: 1040 },
        { x: x - 20, y: 1040 },
      ])
        who.drag(at, more)
      expect(who.bench.live.lasso.get().length).toBe(4)
      who.lift({ x: x - 20, y: 1040 }, more)
    }
    around(0, false)
    expect([...who.bench.selection.ids()]).toEqual([one])
    around(800, true)
    expect([...who.bench.selection.ids()]).toEqual([one, three])
    expect(who.bench.live.lasso.get()).toEqual([])
    const note = who.bench.scene.note(two)
    expect(note && lassoTakes([{ x: 410, y: 950 }], note)).toBe(true)
  })

  it('is as if it had never been after Escape', () => {
    const who = hand()
    const [one] = who.line
    who.bench.selection.set([one])
    who.press({ x: 0, y: 880 }, { alt: true })
    who.drag({ x: 900, y: 880 }, { alt: true })
    who.cancel()
    expect([...who.bench.selection.ids()]).toEqual([one])
    expect(who.bench.live.lasso.get()).toEqual([])
  })
})
