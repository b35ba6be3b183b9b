import type { MomentId } from '@momentous/shared/domain/id'
import { describe, expect, it } from 'vitest'
import { ringed } from '../../client/src/tools/ring.ts'
import { hand } from '../support/live-bench.ts'

const FAR = { x: 300, y: 700 }

describe('a note in the hand while others work', () => {
  const holding = () => {
    const it = hand()
    const [one] = it.line
    it.press(it.middleOf(one))
    it.drag(FAR)
    const at = () => it.bench.live.drag.get().get(one)
    return { it, one, at }
  }

  it('stays in the hand when others add before it, move it, or tidy it, and lies where it is dropped', () => {
    const { it, one, at } = holding()
    const held = at()
    for (let made = 0; made < 3; made++) {
      it.board.run('add-moment', { id: `before-it-${made}` as MomentId, text: 'First', after: null })
    }
    it.board.run('place-moments', { places: [{ id: one, place: [-900, -900, 176, 120] }] })
    it.board.run('place-moments', { places: [{ id: one, place: null }] })
    it.board.run('reorder-moments', { ids: [one], after: it.line[7] })
    it.drag(FAR)
    expect(at()).toEqual(held)
    it.lift(FAR)
    expect(it.wall.moment(one)?.place).toEqual(held)
  })

  it('shows by its shade that it is held: it wears its ring again when it lies', () => {
    const { it, one } = holding()
    expect([it.bench.selection.lead(), ringed(it.bench)]).toEqual([one, []])
    it.lift(FAR)
    expect(ringed(it.bench)).toEqual([one])
  })

  it('is gone from it in words when somebody puts it in the bin, and nothing is written', () => {
    const { it, one } = holding()
    it.board.run('remove-moments', { ids: [one], removed: true })
    const acts = it.wall.acts.length
    it.drag({ x: 310, y: 700 })
    expect(it.bench.live.drag.get().size).toBe(0)
    it.lift(FAR)
    expect(it.wall.acts.length).toBe(acts)
    expect(it.toolbox.busy()).toBe(false)
    expect(it.bench.selection.pieces().size).toBe(0)
    expect(it.wall.said).toEqual(['“Phones to book a visit” was put in the bin meanwhile. Everybody finds it there.'])
  })

  it('is gone when somebody stacks it, also at the very moment of the drop', () => {
    const { it, one } = holding()
    it.board.run('stack-moments', { ids: [one], on: it.line[4] })
    it.lift(FAR)
    expect(it.wall.said).toEqual(['“Phones to book a visit” lies under another note now.'])
    expect(it.wall.moment(one)?.place).toBeNull()
  })

  it('leaves the others in the hand when it was only one of them', () => {
    const it = hand()
    const [one, two, three] = it.line
    it.bench.selection.set([one, two, three])
    it.press(it.middleOf(two))
    it.drag(FAR)
    it.board.run('remove-moments', { ids: [one], removed: true })
    it.drag({ x: 320, y: 700 })
    expect([...it.bench.live.drag.get().keys()]).toEqual([two, three])
    it.lift({ x: 320, y: 700 })
    expect(it.wall.moment(one)?.place).toBeNull()
    expect(it.wall.moment(three)?.place).not.toBeNull()
    expect(it.wall.said).toEqual([])
  })

  it('says why when somebody locked it, and lies where it was', () => {
    const { it, one } = holding()
    it.board.run('lock-moments', { ids: [one], locked: true })
    it.lift(FAR)
    expect(it.wall.moment(one)?.place).toBeNull()
    expect(it.bench.live.drag.get().size).toBe(0)
  })
})

describe('the tool that makes notes', () => {
  it('shows the note under the pointer, and on the line where it would join that, until it is made or put down', () => {
    const it = hand()
    const { live } = it.bench
    const hover = (at: { x: number; y: number }, pointer: 'mouse' | 'touch' = 'mouse') =>
      it.toolbox.send({ ...stillAt(at), pointer, type: 'hover' })
    const stillAt = (at: { x: number; y: number }) => ({
      ...{ at, screen: at, shift: false, alt: false, mod: false, pressure: 0.5, time: 0 },
    })
    it.toolbox.take('note')
    hover({ x: 330, y: 700 }, 'touch')
    expect(live.ghost.get()).toBeNull()
    hover({ x: 330, y: 700 })
    expect([live.ghost.get(), live.landing.get()]).toEqual([{ x: 330, y: 700 }, null])
    hover({ x: 330, y: 60 })
    expect(live.landing.get()).toBe(4)
    it.toolbox.take('select')
    expect([live.ghost.get(), live.landing.get()]).toEqual([null, null])
    it.toolbox.take('note')
    hover({ x: 330, y: 60 })
    it.click({ x: 330, y: 60 })
    expect([live.ghost.get(), live.landing.get()]).toEqual([null, null])
    expect(it.line).toHaveLength(11)
  })
})

describe('a locked note', () => {
  const grouped = () => {
    const it = hand()
    const [one, two] = it.line
    it.board.run('group-pieces', { ids: [one, two], group: 'group-one-11' })
    it.board.run('lock-moments', { ids: [two], locked: true })
    return { it, one, two }
  }

  it('stays where it is when its group is pulled, and is a part of the wall to whoever pulls it', () => {
    const { it, one, two } = grouped()
    it.pull(it.middleOf(one), FAR)
    expect([it.wall.moment(one)?.place === null, it.wall.moment(two)?.place]).toEqual([false, null])
    const before = it.places()
    const from = it.middleOf(two)
    it.press(from)
    it.drag({ x: from.x + 80, y: from.y + 60 })
    expect([it.bench.live.drag.get().size, it.bench.live.marquee.get()]).toEqual([0, { ...from, w: 80, h: 60 }])
    it.lift({ x: from.x + 80, y: from.y + 60 })
    expect(it.places()).toEqual(before)
    it.click(from)
    expect(it.bench.selection.has(two)).toBe(true)
  })

  it('lets a finger move the wall', () => {
    const { it, two } = grouped()
    const from = it.middleOf(two)
    const before = it.bench.camera.view()
    it.press(from, { pointer: 'touch' })
    it.drag({ x: from.x - 60, y: from.y }, { pointer: 'touch' })
    expect(it.bench.camera.view().x).toBe(before.x + 60)
    it.lift(from, { pointer: 'touch' })
    expect(it.wall.acts).toEqual([])
  })
})
