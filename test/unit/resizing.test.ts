import type { ShapeId } from '@momentous/shared/domain/id'
import { describe, expect, it } from 'vitest'
import { handled } from '../../client/src/tools/handles.ts'
import { keysOnWall } from '../../client/src/tools/wall-keys.ts'
import { hand, type Hand } from '../support/live-bench.ts'

const IMAGE = { hash: 'a'.repeat(64), w: 400, h: 200 }
const area = 'area-one-1' as ShapeId
const image = 'image-one-1' as ShapeId
const text = 'text-one-1' as ShapeId

function withShapes(): Hand {
  const it = hand()
  it.board.run('add-shape', { id: area, kind: 'area', place: [0, 600, 300, 200] })
  it.board.run('add-shape', { id: image, kind: 'image', place: [600, 600, 200, 100], image: IMAGE })
  it.board.run('add-shape', { id: text, kind: 'text', words: 'Why does nobody say it', place: [0, 1000, 480, 42] })
  return it
}
const placeOf = (it: Hand, id: ShapeId) => {
  const shape = it.wall.shape(id)
  return shape && shape.kind !== 'connector' ? shape.place : null
}
const key = (it: Hand, chord: string) => keysOnWall[chord]?.(it.bench, it.toolbox)

describe('pulling one shape', () => {
  it('takes an area by each corner, in one step of undo; with Shift in proportion', () => {
    const it = withShapes()
    it.bench.selection.set([area])
    it.pull({ x: -3, y: 597 }, { x: -63, y: 547 })
    expect(placeOf(it, area)).toEqual([-60, 550, 360, 250])
    expect(it.wall.acts).toEqual(['place-shapes'])
    it.wall.undo()
    expect(placeOf(it, area)).toEqual([0, 600, 300, 200])
    it.pull({ x: 303, y: 803 }, { x: 453, y: 813 }, { shift: true })
    expect(placeOf(it, area)).toEqual([0, 600, 450, 300])
  })

  it('ends when somebody puts it in the bin meanwhile, and never at nothing', () => {
    const it = withShapes()
    it.bench.selection.set([area])
    it.press({ x: 303, y: 803 })
    it.drag({ x: -900, y: -900 })
    expect(it.bench.live.drag.get().get(area)?.slice(2)).toEqual([40, 40])
    it.board.run('remove-shapes', { ids: [area], removed: true })
    it.lift({ x: 400, y: 900 })
    expect([it.bench.live.drag.get().size, it.wall.acts]).toEqual([0, []])
    expect(it.wall.said).toEqual(['It was put in the bin meanwhile. Everybody finds it there.'])
  })

  it('keeps an image in proportion, and in reach of a hand', () => {
    const it = withShapes()
    it.bench.selection.set([image])
    it.pull({ x: 803, y: 703 }, { x: 903, y: 703 }, { mod: true })
    expect(placeOf(it, image)).toEqual([600, 600, 300, 150])
    it.pull({ x: 903, y: 753 }, { x: 0, y: 0 })
    expect(placeOf(it, image)).toEqual([600, 600, 48, 24])
  })

  it('changes how far the words of a free text run; the other edge stays', () => {
    const it = withShapes()
    it.bench.selection.set([text])
    const before = it.bench.scene.piece(text)?.rect
    if (!before) throw new Error('The text is there.')
    const middle = before.y + before.h / 2
    it.press({ x: before.x + before.w + 3, y: middle })
    it.drag({ x: before.x + before.w - 97, y: middle }, { mod: true })
    expect(it.bench.live.drag.get().get(text)).toEqual([0, 1000, before.w - 100, before.h])
    it.lift({ x: before.x + before.w - 97, y: middle }, { mod: true })
    const after = it.bench.scene.piece(text)?.rect
    expect(after?.h).toBeGreaterThan(before.h)
    if (!after) throw new Error('The text is there.')
    it.pull({ x: after.x - 3, y: after.y + after.h / 2 }, { x: after.x + 27, y: after.y + after.h / 2 }, { mod: true })
    const last = it.bench.scene.piece(text)?.rect
    expect(last && last.x + last.w).toBe(after.x + after.w)
  })

  it('lies flush with others, also in proportion, and shows the line', () => {
    const it = withShapes()
    it.board.run('add-shape', { id: 'area-two-1', kind: 'area', place: [500, 400, 410, 40] })
    it.bench.selection.set([image])
    it.press({ x: 803, y: 703 })
    it.drag({ x: 910, y: 704 })
    expect(it.bench.live.drag.get().get(image)).toEqual([600, 600, 310, 155])
    expect(it.bench.live.guides.get()).toMatchObject([{ upright: true, at: 910 }])
    it.cancel()
    expect(it.bench.live.drag.get().size).toBe(0)
    expect(placeOf(it, image)).toEqual([600, 600, 200, 100])
  })

  it('leaves what is locked, and what this person may not change', () => {
    const it = withShapes()
    it.board.run('lock-shapes', { ids: [area], locked: true })
    it.bench.selection.set([area])
    expect(handled(it.bench)).toBeNull()
    const looking = hand({ phase: 'post' }, 'observer')
    looking.board.run('add-shape', { id: area, kind: 'area', place: [0, 600, 300, 200] })
    looking.bench.selection.set([area])
    expect(handled(looking.bench)).toBeNull()
  })
})

describe('pulling several as one', () => {
  it('keeps how they lie to each other, notes and shapes alike, in one step', () => {
    const it = withShapes()
    const [one] = it.line
    it.board.run('place-moments', { places: [{ id: one, place: [900, 600, 240, 144] }] })
    it.bench.selection.set([area, one])
    it.pull({ x: 1143, y: 803 }, { x: 1713, y: 803 }, { mod: true })
    expect(placeOf(it, area)).toEqual([0, 600, 450, 300])
    expect(it.wall.moment(one)?.place).toEqual([1350, 600, 360, 216])
    it.wall.undo()
    expect(placeOf(it, area)).toEqual([0, 600, 300, 200])
    expect(it.wall.moment(one)?.place).toEqual([900, 600, 240, 144])
  })

  it('stops where one of them would be too small', () => {
    const it = withShapes()
    const [one] = it.line
    it.board.run('place-moments', { places: [{ id: one, place: [900, 600, 240, 144] }] })
    it.bench.selection.set([area, one])
    it.pull({ x: 1143, y: 803 }, { x: 0, y: 0 }, { mod: true })
    expect(it.wall.moment(one)?.place?.slice(2)).toEqual([120, 72])
    expect(placeOf(it, area)).toEqual([0, 600, 150, 100])
  })

  it('has no handles around notes of the timeline', () => {
    const it = withShapes()
    it.bench.selection.set([area, it.line[0]])
    expect(handled(it.bench)).toBeNull()
  })

  it('asks the rules twice at most, however many are selected', () => {
    const it = withShapes()
    const places = it.line.slice(0, 8).map((id, at) => ({ id, place: [at * 200, 1300, 176, 120] }))
    it.board.run('place-moments', { places })
    it.bench.selection.set([...it.line.slice(0, 8), area, image])
    let asked = 0
    const { check } = it.wall
    const wall: typeof it.wall = { ...it.wall, check: (...args) => (asked++, check(...args)) }
    expect(handled({ ...it.bench, wall })?.pieces).toHaveLength(10)
    expect(asked).toBeLessThanOrEqual(2)
  })

  it('is wider for a finger than for a mouse', () => {
    const pulledBy = (pointer: 'touch' | 'mouse') => {
      const it = withShapes()
      it.bench.selection.set([area])
      it.pull({ x: 317, y: 811 }, { x: 417, y: 811 }, { pointer, mod: true })
      return placeOf(it, area)?.[2]
    }
    expect([pulledBy('touch'), pulledBy('mouse')]).toEqual([400, 300])
  })
})

describe('sizes by key', () => {
  it('go in steps, as far as the piece allows', () => {
    const it = withShapes()
    it.bench.selection.set([area])
    key(it, 'shift+alt+arrowright')
    key(it, 'shift+alt+arrowup')
    expect(placeOf(it, area)).toEqual([0, 600, 310, 190])
    it.bench.selection.set([image])
    key(it, 'shift+alt+arrowdown')
    expect(placeOf(it, image)).toEqual([600, 600, 220, 110])
    it.bench.selection.set([text])
    expect(key(it, 'shift+alt+arrowdown')).toBe(false)
    it.bench.selection.clear()
    expect(key(it, 'shift+alt+arrowright')).toBe(false)
  })
})
