import { describe, expect, it } from 'vitest'
import { hand } from '../support/live-bench.ts'

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

  it('keeps the pressure of a stylus', () => {
    const it = hand()
    it.toolbox.take('pen')
    it.press(bareWall[0], { pressure: 0.25 })
    it.lift(bareWall[1], { pressure: 0.8 })
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
