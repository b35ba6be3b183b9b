import type { StrokeId } from '@momentous/shared/domain/id'
import { describe, expect, it } from 'vitest'
import { hand, type Hand } from '../support/live-bench.ts'

const bareWall = [
  { x: 0, y: 600 },
  { x: 200, y: 650 },
] as const

describe('the pen', () => {
  it('shows the line while it is drawn and writes it once', () => {
    const it = hand()
    it.toolbox.take('pen')
    it.press(bareWall[0])
    it.drag(bareWall[1])
    expect(it.bench.live.stroke.get()?.points.slice(0, 3)).toEqual([0, 600, 0.5])
    expect(it.wall.acts).toEqual([])
    it.lift(bareWall[1])
    expect(it.wall.strokes()).toHaveLength(1)
    expect(it.wall.strokes()[0]).toMatchObject({ pen: 'ink', width: 4, points: [0, 600, 0.5, 200, 650, 0.5] })
    expect(it.bench.live.stroke.get()).toBeNull()
  })

  it('draws a straight line with Shift, whatever the hand did', () => {
    const it = hand()
    it.toolbox.take('pen')
    it.press(bareWall[0])
    it.drag({ x: 50, y: 500 })
    it.lift(bareWall[1], { shift: true })
    expect(it.wall.strokes()[0]?.points).toEqual([0, 600, 0.5, 200, 650, 0.5])
  })

  it('is the hand’s own line again when Shift is let go, and nothing of it stays after Escape', () => {
    const it = hand()
    it.toolbox.take('pen')
    it.press(bareWall[0])
    it.drag({ x: 50, y: 500 })
    it.drag({ x: 100, y: 600 }, { shift: true })
    expect(it.bench.live.stroke.get()?.points).toEqual([0, 600, 0.5, 100, 600, 0.5])
    it.drag({ x: 150, y: 550 })
    expect(it.bench.live.stroke.get()?.points).toContain(500)
    it.cancel()
    expect(it.bench.live.stroke.get()).toBeNull()
    expect(it.wall.acts).toEqual([])
  })

  it('snaps a straight line to 15 degrees with Shift and Alt', () => {
    const it = hand()
    it.toolbox.take('pen')
    it.press({ x: 0, y: 600 })
    it.lift({ x: 100, y: 603 }, { shift: true, alt: true })
    it.press({ x: 0, y: 600 })
    it.lift({ x: 100, y: 700.4 }, { shift: true, alt: true })
    const [flat, slope] = it.wall.strokes().map(({ points }) => points)
    expect(flat).toEqual([0, 600, 0.5, 100, 600, 0.5])
    expect((slope?.[4] ?? 0) - 600).toBeCloseTo(slope?.[3] ?? 0)
  })

  it('draws a dot for a mere press on the bare wall', () => {
    const it = hand()
    it.toolbox.take('pen')
    it.click(bareWall[0])
    expect(it.wall.strokes()[0]?.points).toEqual([0, 600, 0.5])
  })

  it('keeps the pressure of a stylus', () => {
    const it = hand()
    it.toolbox.take('pen')
    it.press(bareWall[0], { pressure: 0.25, pointer: 'pen' })
    it.lift(bareWall[1], { pressure: 0.8, pointer: 'pen' })
    expect(it.wall.strokes()[0]?.points).toEqual([0, 600, 0.25, 200, 650, 0.8])
  })

  it('of a contact type gives its type to the note it is drawn on, and both are one step of undo', () => {
    const it = hand()
    const [one] = it.line
    it.bench.desk.pen.set('email')
    it.toolbox.take('pen')
    it.pull({ x: -40, y: -100 }, { x: 40, y: -80 })
    expect(it.wall.moment(one)?.channel).toBe('email')
    expect(it.wall.strokes()).toHaveLength(1)
    it.wall.undo()
    expect(it.wall.moment(one)?.channel).not.toBe('email')
    expect(it.wall.strokes()).toHaveLength(0)
  })

  it('leaves no dot of ink when it only touches a note', () => {
    const it = hand({ phase: 'colour' })
    const [one] = it.line
    it.bench.desk.pen.set('email')
    it.bench.desk.setting.set('group')
    it.toolbox.take('pen')
    it.click(it.middleOf(one))
    expect(it.wall.moment(one)).toMatchObject({ channel: 'email', setting: 'group' })
    expect(it.wall.strokes()).toHaveLength(0)
  })

  it('colours every note that it runs across, but only while the session is colouring', () => {
    for (const [phase, coloured] of [
      ['colour', 3],
      ['post', 2],
    ] as const) {
      const it = hand({ phase })
      it.bench.desk.pen.set('social')
      it.toolbox.take('pen')
      it.press({ x: 0, y: -100 })
      for (let x = 20; x <= 440; x += 20) it.drag({ x, y: -100 })
      it.lift({ x: 440, y: -100 })
      expect(it.wall.moments().filter(({ channel }) => channel === 'social')).toHaveLength(coloured)
    }
  })

  it('is only ink on the bare wall, and where types may not be set', () => {
    const it = hand({ phase: 'plan' }, 'participant')
    it.bench.desk.pen.set('email')
    it.toolbox.take('pen')
    it.pull({ x: -40, y: -100 }, { x: 40, y: -80 })
    expect(it.wall.moment(it.line[0])?.channel).not.toBe('email')
    expect(it.wall.strokes()).toHaveLength(1)
  })

  it('draws with the highlighter that was chosen for it', () => {
    const it = hand()
    it.toolbox.take('highlighter')
    it.pull(...bareWall)
    expect(it.wall.strokes()[0]?.pen).toBe('highlighter-butter')
  })
})

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

describe('the note tool', () => {
  it('puts a note there, opens it, and frees the pointer', () => {
    const it = hand()
    it.toolbox.take('note')
    it.click({ x: 500, y: 900 })
    const id = it.bench.desk.editing.get()
    expect(id && it.wall.moment(id)?.place).toEqual([412, 840, 176, 120])
    expect(it.toolbox.held.get()).toBe('select')
  })

  it('never covers a note that lies there', () => {
    const it = hand()
    const [one] = it.line
    it.board.run('place-moments', { places: [{ id: one, place: [450, 870, 176, 120] }] })
    it.toolbox.take('note')
    it.click({ x: 500, y: 838 })
    const id = it.bench.desk.editing.get()
    expect(id && it.wall.moment(id)?.place).toEqual([412, 1002, 176, 120])
  })

  it('puts it into the order when it lands on the timeline', () => {
    const it = hand()
    it.toolbox.take('note')
    it.click({ x: 215, y: 40 })
    const id = it.bench.desk.editing.get()
    expect(id && it.wall.moment(id)?.place).toBeNull()
    expect(it.line[2]).toBe(id)
  })
})
