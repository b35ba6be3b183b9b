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
