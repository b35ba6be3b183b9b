import type { MomentId } from '@momentous/shared/domain/id'
import { describe, expect, it } from 'vitest'
import { hand } from '../support/live-bench.ts'

const selected = (it: ReturnType<typeof hand>) => [...it.bench.selection.ids()]

describe('selecting', () => {
  it('takes the note under a click, and clears on the bare wall', () => {
    const it = hand()
    const [one] = it.line
    it.click(it.middleOf(it.line[0]))
    expect(selected(it)).toEqual([one])
    it.click({ x: 0, y: 900 })
    expect(selected(it)).toEqual([])
  })

  it('adds and takes away with Shift', () => {
    const it = hand()
    const [one, two] = it.line
    it.click(it.middleOf(one))
    it.click(it.middleOf(two), { shift: true })
    expect(selected(it)).toEqual([one, two])
    it.click(it.middleOf(one), { shift: true })
    expect(selected(it)).toEqual([two])
  })

  it('takes what the rectangle touches', () => {
    const it = hand()
    it.pull({ x: -120, y: -200 }, { x: 140, y: 60 })
    expect(selected(it)).toEqual(it.line.slice(0, 3))
    expect(it.bench.live.marquee.get()).toBeNull()
  })

  it('opens the text on a double click', () => {
    const it = hand()
    const at = it.middleOf(it.line[0])
    it.click(at)
    it.click(at, { clicks: 2 })
    expect(it.bench.desk.editing.get()).toBe(it.line[0])
  })

  it('opens no text that may not be changed now', () => {
    const it = hand({ phase: 'ideas' }, 'participant')
    it.click(it.middleOf(it.line[0]), { clicks: 2 })
    expect(it.bench.desk.editing.get()).toBeNull()
  })

  it('writes a note on the bare wall with a double click, and none with two taps or where none may come', () => {
    const bare = { x: 300, y: 900 }
    const count = (who: ReturnType<typeof hand>) => who.wall.moments().length
    const it = hand()
    const before = count(it)
    it.click(bare)
    it.click(bare, { clicks: 2 })
    expect(count(it)).toBe(before + 1)
    const written = it.bench.desk.editing.get()
    expect(written && it.wall.moment(written)?.place).toEqual([212, 840, 176, 120])
    const finger = hand()
    finger.click(bare, { clicks: 2, pointer: 'touch' })
    const late = hand({ phase: 'ideas' }, 'participant')
    late.click(bare, { clicks: 2 })
    expect([count(finger), count(late)]).toEqual([before, before])
  })

  it('still draws the rectangle when the second press of a double click is pulled', () => {
    const it = hand()
    it.press({ x: -120, y: -200 }, { clicks: 2 })
    it.drag({ x: 140, y: 60 })
    expect(it.bench.live.marquee.get()).not.toBeNull()
    it.lift({ x: 140, y: 60 })
    expect(selected(it)).toEqual(it.line.slice(0, 3))
  })

  it('moves the wall with one finger on its bare part', () => {
    const it = hand()
    it.pull({ x: 100, y: 700 }, { x: 150, y: 720 }, { pointer: 'touch' })
    expect(it.bench.camera.view()).not.toEqual({ x: 0, y: 0, zoom: 1 })
  })
})

describe('dragging notes', () => {
  it('writes the document once, at the drop', () => {
    const it = hand()
    const [one] = it.line
    const from = it.middleOf(one)
    it.press(from)
    it.drag({ x: from.x + 200, y: from.y + 300 })
    it.drag({ x: from.x + 300, y: from.y + 600 })
    expect(it.wall.acts).toEqual([])
    expect(it.bench.live.drag.get().get(one)).toEqual([212, 434, 176, 120])
    it.lift({ x: from.x + 300, y: from.y + 600 })
    expect(it.wall.acts).toEqual(['place-moments'])
    expect(it.wall.moment(one)?.place).toEqual([212, 434, 176, 120])
    expect(it.bench.live.drag.get().size).toBe(0)
  })

  it('takes all selected notes along, and leaves locked ones', () => {
    const it = hand()
    const [one, two, three] = it.line
    it.board.run('lock-moments', { ids: [three], locked: true })
    it.bench.selection.set([one, two, three])
    const from = it.middleOf(one)
    it.pull(from, { x: from.x, y: from.y + 700 })
    expect(it.wall.moment(two)?.place).toEqual([22, 746, 176, 120])
    expect(it.wall.moment(three)?.place).toBeNull()
  })

  it('re-orders a note that is dropped on the timeline, and it stays tidy', () => {
    const it = hand()
    const [one, two, three] = it.line
    const from = it.middleOf(one)
    it.press(from)
    it.drag({ x: 220, y: from.y + 30 })
    expect(it.bench.live.landing.get()).toBe(3)
    it.lift({ x: 220, y: from.y + 30 })
    expect(it.line.slice(0, 3)).toEqual([two, three, one])
    expect(it.wall.moment(one)?.place).toBeNull()
  })

  it('writes nothing for a tidy note that comes back to its own spot', () => {
    const it = hand()
    const from = it.middleOf(it.line[4])
    it.pull(from, { x: from.x + 20, y: from.y + 20 })
    expect(it.wall.acts).toEqual([])
  })

  it('leaves a note on the timeline where it was put when Ctrl is held', () => {
    const it = hand()
    const [one] = it.line
    const from = it.middleOf(one)
    it.pull(from, { x: from.x + 220, y: from.y }, { mod: true })
    expect(it.wall.moment(one)?.place).toEqual([132, -166, 176, 120])
    expect(it.line[0]).toBe(one)
  })

  it('leaves a copy where it is dropped when Alt is held, and takes it back in one step', async () => {
    const it = hand()
    const [one] = it.line
    const from = it.middleOf(one)
    it.press(from, { alt: true })
    it.drag({ x: from.x + 40, y: from.y + 500 }, { alt: true })
    expect([it.bench.live.copying.get(), it.bench.live.drag.get().has(one)]).toEqual([true, true])
    it.lift({ x: from.x + 40, y: from.y + 500 }, { alt: true })
    expect(it.bench.live.copying.get()).toBe(false)
    await expect.poll(() => selected(it)[0]).not.toBe(one)
    const [copy] = selected(it) as MomentId[]
    const [original, made] = [it.wall.moment(one), copy && it.wall.moment(copy)]
    expect(copy).not.toBe(one)
    expect(original?.place).toBeNull()
    expect(made).toMatchObject({ text: original?.text, channel: original?.channel, place: [-48, 334, 176, 120] })
    it.wall.undo()
    expect(it.wall.moments().filter(({ removed }) => !removed)).toHaveLength(it.line.length)
  })

  it('lets a copy that is dropped on the line join it there', async () => {
    const it = hand()
    const [one, two, three] = it.line
    it.pull(it.middleOf(one), { x: 2 * 110, y: -100 }, { alt: true })
    await expect.poll(() => selected(it)[0]).not.toBe(one)
    const [copy] = selected(it) as MomentId[]
    expect(it.bench.scene.order().slice(0, 4)).toEqual([one, two, copy, three])
    expect(copy && it.wall.moment(copy)?.place).toBeNull()
  })

  it('makes a note that was moved by hand tidy again when it comes back', () => {
    const it = hand()
    const [one, two] = it.line
    it.board.run('place-moments', { places: [{ id: one, place: [0, 800, 176, 120] }] })
    it.pull(it.middleOf(one), { x: 110, y: 0 })
    expect(it.wall.moment(one)?.place).toBeNull()
    expect(it.line.slice(0, 2)).toEqual([two, one])
  })

  it('gives a note back that may not be moved now', () => {
    const it = hand({ phase: 'ideas' }, 'participant')
    const before = it.places()
    const from = it.middleOf(it.line[0])
    it.pull(from, { x: from.x, y: from.y + 600 })
    expect(it.places()).toEqual(before)
    expect(it.bench.live.drag.get().size).toBe(0)
  })
})

describe('resizing', () => {
  it('pulls one corner and keeps the opposite one', () => {
    const it = hand()
    const [one] = it.line
    it.bench.selection.set([one])
    it.pull({ x: 91, y: -43 }, { x: 151, y: 57 })
    expect(it.wall.moment(one)?.place).toEqual([-88, -166, 236, 220])
    expect(it.wall.acts).toEqual(['place-moments'])
  })

  it('stops at the smallest note', () => {
    const it = hand()
    const [one] = it.line
    it.bench.selection.set([one])
    it.pull({ x: 91, y: -43 }, { x: -900, y: -900 })
    expect(it.wall.moment(one)?.place).toEqual([-88, -166, 120, 72])
  })
})

describe('pressing a note while the vote is open', () => {
  const vote = { phase: 'choose', vote: { state: 'open', round: 1 }, stacking: true } as const

  it('gives a dot, and takes it back on the dot itself', () => {
    const it = hand(vote, 'participant')
    const [one] = it.line
    const at = it.middleOf(one)
    it.click(at)
    it.click(at, { clicks: 2 })
    expect(it.wall.ballot()).toEqual({ [one]: 2 })
    it.click({ x: 68, y: -168 })
    expect(it.wall.ballot()).toEqual({ [one]: 1 })
    expect(it.bench.desk.editing.get()).toBeNull()
  })

  it('gives no more dots than there are', () => {
    const it = hand({ ...vote, dots: 1 }, 'participant')
    const [one, two] = it.line
    it.click(it.middleOf(one))
    it.click(it.middleOf(two))
    expect(it.wall.ballot()).toEqual({ [one]: 1 })
  })

  it('takes the only dot back where dots can’t be stacked', () => {
    const it = hand({ ...vote, stacking: false }, 'participant')
    const at = it.middleOf(it.line[0])
    it.click(at)
    it.click(at)
    expect(it.wall.ballot()).toEqual({})
  })

  it('means nothing to somebody who looks on', () => {
    const it = hand(vote, 'observer')
    it.click(it.middleOf(it.line[0]))
    expect(it.wall.acts).toEqual([])
  })
})

describe('somebody who looks on', () => {
  it('moves the wall with any drag, and nothing on it', () => {
    const it = hand({ phase: 'post' }, 'observer')
    const from = it.middleOf(it.line[0])
    const before = it.places()
    it.pull(from, { x: from.x + 300, y: from.y + 600 })
    expect(it.places()).toEqual(before)
    expect(it.wall.acts).toEqual([])
    expect(it.bench.camera.view()).not.toEqual({ x: 0, y: 0, zoom: 1 })
  })
})
