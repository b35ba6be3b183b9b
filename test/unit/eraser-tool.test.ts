import type { StrokeId } from '@momentous/shared/domain/id'
import { describe, expect, it } from 'vitest'
import { hand, type Hand } from '../support/live-bench.ts'

describe('the eraser', () => {
  it('takes whole strokes on its way, together, when it lifts', () => {
    const it = hand()
    for (const x of [100, 200, 900]) {
      it.board.run('draw-stroke', { id: `stroke-${x}`, pen: 'ink', width: 4, points: [x, 500, 0.5, x, 700, 0.5] })
    }
    it.toolbox.take('eraser')
    it.press({ x: 0, y: 600 })
    it.drag({ x: 300, y: 600 })
    expect([...it.bench.live.erasing.get()].toSorted()).toEqual(['stroke-100', 'stroke-200'])
    expect(it.wall.acts).toEqual([])
    it.lift({ x: 300, y: 600 })
    expect(it.wall.acts).toEqual(['erase-strokes'])
    expect(it.wall.strokes().map(({ id }) => id)).toEqual(['stroke-900'])
  })

  const across = (it: Hand, id: string, more: object = {}) =>
    it.board.run('draw-stroke', { id, pen: 'ink', width: 4, points: [0, 600, 0.5, 300, 600, 0.5], ...more })

  it('cuts out what it runs over, by the tray or with Alt, in one step of undo', () => {
    for (const byTray of [true, false]) {
      const it = hand()
      across(it, 'stroke-one', { moved: [0, 100], z: null })
      if (byTray) it.bench.desk.erases.set('part')
      it.toolbox.take('eraser')
      it.press({ x: 100, y: 650 }, { alt: !byTray })
      it.drag({ x: 100, y: 750 })
      expect([...it.bench.live.erasing.get()]).toEqual(['stroke-one'])
      expect(it.bench.live.remains.get().get('stroke-one' as StrokeId)).toEqual([
        [0, 600, 0.5, 88, 600, 0.5],
        [112, 600, 0.5, 300, 600, 0.5],
      ])
      expect(it.wall.acts).toEqual([])
      it.drag({ x: 200, y: 750 })
      it.lift({ x: 200, y: 650 })
      expect(it.bench.live.remains.get().size).toBe(0)
      expect(it.wall.strokes().map(({ points, moved }) => [points[0], points[3], ...moved])).toEqual([
        [0, 88, 0, 100],
        [112, 188, 0, 100],
        [212, 300, 0, 100],
      ])
      it.wall.undo()
      expect(it.wall.strokes().map(({ id }) => id)).toEqual(['stroke-one'])
      it.wall.redo()
      expect(it.wall.strokes()).toHaveLength(3)
    }
  })

  it('erases by stroke with Alt when the tray says in part', () => {
    const it = hand()
    across(it, 'stroke-one')
    it.bench.desk.erases.set('part')
    it.toolbox.take('eraser')
    it.click({ x: 100, y: 600 }, { alt: true })
    expect(it.wall.strokes()).toEqual([])
  })

  it('brings nothing back that somebody else has erased meanwhile, and cuts what they moved where it is now', () => {
    const it = hand()
    across(it, 'stroke-one')
    across(it, 'stroke-two')
    it.bench.desk.erases.set('part')
    it.toolbox.take('eraser')
    it.press({ x: 100, y: 550 })
    it.drag({ x: 100, y: 650 })
    it.board.run('erase-strokes', { ids: ['stroke-one'] })
    it.board.run('move-strokes', { moves: [{ id: 'stroke-two', moved: [0, 50] }] })
    it.lift({ x: 100, y: 650 })
    expect(it.wall.strokes().map(({ points, moved }) => [points[0], points[3], ...moved])).toEqual([
      [0, 88, 0, 50],
      [112, 300, 0, 50],
    ])
  })

  const cuts = (it: Hand, x: number) => {
    it.bench.desk.erases.set('part')
    it.toolbox.take('eraser')
    it.press({ x, y: 550 })
    it.drag({ x, y: 650 })
    it.lift({ x, y: 650 })
  }
  const spans = (it: Hand) => it.wall.strokes().map(({ points }) => [points[0], points.at(-3)])
  /** The pieces of somebody who cut the stroke at 200 and didn't know. */
  const elsewhere = (it: Hand, name: string) => {
    it.board.board.doc.transact(() => {
      across(it, `${name}-one`, { points: [0, 600, 0.5, 188, 600, 0.5] })
      across(it, `${name}-two`, { points: [212, 600, 0.5, 300, 600, 0.5] })
    })
    return Promise.resolve()
  }

  it('leaves once what both have left when two people cut a stroke at once; only one of them puts it right', async () => {
    for (const [name, left] of [
      [
        '00000000',
        [
          [0, 88],
          [112, 188],
          [212, 300],
        ],
      ],
      [
        'zzzzzzzz',
        [
          [0, 88],
          [112, 300],
          [0, 188],
          [212, 300],
        ],
      ],
    ] as const) {
      const it = hand()
      across(it, 'stroke-one')
      cuts(it, 100)
      await elsewhere(it, name)
      expect(spans(it), name).toEqual(left)
    }
  })

  it('leaves nothing of a stroke that somebody else cuts at once', async () => {
    const it = hand()
    across(it, 'stroke-one')
    it.toolbox.take('eraser')
    it.click({ x: 100, y: 600 })
    await elsewhere(it, 'zzzzzzzz')
    expect(spans(it)).toEqual([])
  })

  it('leaves alone what others cut out of its pieces, and copies that lie elsewhere', async () => {
    const it = hand()
    across(it, 'stroke-one')
    cuts(it, 100)
    const [, right] = it.wall.strokes()
    it.board.board.doc.transact(() => {
      it.board.run('erase-strokes', { ids: [right?.id] })
      across(it, '00000000-piece', { points: [212, 600, 0.5, 300, 600, 0.5] })
      across(it, '00000000-copy', { moved: [0, 40] })
    })
    await Promise.resolve()
    expect(spans(it)).toEqual([
      [0, 88],
      [212, 300],
      [0, 300],
    ])
  })

  it('leaves no trace of a cut that is called off', () => {
    const it = hand()
    across(it, 'stroke-one')
    it.toolbox.take('eraser')
    it.press({ x: 100, y: 550 }, { alt: true })
    it.drag({ x: 100, y: 650 })
    it.cancel()
    expect(it.bench.live.remains.get().size).toBe(0)
    expect(it.bench.live.erasing.get().size).toBe(0)
    expect(it.wall.acts).toEqual([])
  })

  it('shows how far it reaches', () => {
    const it = hand()
    it.toolbox.take('eraser')
    it.press({ x: 100, y: 550 })
    expect(it.bench.live.ring.get()).toBe(8)
    it.lift({ x: 100, y: 550 })
    it.toolbox.take('select')
    expect(it.bench.live.ring.get()).toBeNull()
  })

  it('is as wide as a finger-tip on the screen, at every zoom', () => {
    for (const [zoom, x, left] of [
      [1, 111, 0],
      [1, 113, 1],
      [0.25, 135, 0],
      [4, 111, 1],
    ] as const) {
      const it = hand()
      it.bench.camera.jump({ x: 0, y: 0, zoom })
      it.board.run('draw-stroke', { id: 'stroke-one', pen: 'ink', width: 4, points: [100, 500, 0.5, 100, 700, 0.5] })
      it.toolbox.take('eraser')
      it.click({ x: x - 1, y: 600 })
      expect(it.wall.strokes()).toHaveLength(left)
    }
  })
})
