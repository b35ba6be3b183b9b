import type { ShapeId } from '@momentous/shared/domain/id'
import type { PieceId } from '@momentous/shared/domain/piece'
import { describe, expect, it } from 'vitest'
import { editShape, endWriting } from '../../client/src/tools/edit-shape.ts'
import { connectSelected } from '../../client/src/tools/connector.ts'
import { hand, type Hand } from '../support/live-bench.ts'

const onWall = (it: Hand) => it.wall.shapes().filter(({ removed }) => !removed)
const only = (it: Hand) => {
  const [shape, ...more] = onWall(it)
  if (!shape || more.length > 0) throw new Error(`There are ${onWall(it).length} shapes.`)
  return shape
}
const types = (it: Hand, insert: string) =>
  it.wall.act('edit-text', {
    ...{ root: 'shapes', id: it.bench.desk.writing.get() ?? '', key: 'words' },
    ...{ index: 0, remove: 0, insert },
  })

describe('free text', () => {
  it('is put with a click and typed into at once; then the pointer is free again', () => {
    const it = hand()
    it.toolbox.take('text')
    it.click({ x: 700, y: 700 })
    expect(it.bench.desk.writing.get()).toBe(only(it).id)
    expect(it.toolbox.held.get()).toBe('select')
    types(it, 'Why here?')
    endWriting(it.bench)
    expect(only(it)).toMatchObject({ kind: 'text', words: 'Why here?', size: 'm' })
    expect(it.bench.scene.pieceAt({ x: 710, y: 700 }, 0)?.id).toBe(only(it).id)
  })

  it('leaves nothing when nothing was written', () => {
    const it = hand()
    it.toolbox.take('text')
    it.click({ x: 700, y: 700 })
    endWriting(it.bench)
    expect(onWall(it)).toEqual([])
    expect([...it.bench.selection.pieces()]).toEqual([])
  })

  it('is opened again by the same tool, and not while it is locked', () => {
    const it = hand()
    it.board.run('add-shape', { id: 'text-one-1', kind: 'text', words: 'Why', place: [0, 800, 300, 40] })
    it.toolbox.take('text')
    it.click({ x: 20, y: 815 })
    expect(it.bench.desk.writing.get()).toBe('text-one-1')
    endWriting(it.bench)
    it.board.run('lock-shapes', { ids: ['text-one-1'], locked: true })
    expect(editShape('text-one-1' as ShapeId, it.bench)).toBe(false)
  })

  it('is as wide as its words, and no wider than its place', () => {
    const it = hand()
    it.board.run('add-shape', { id: 'text-one-1', kind: 'text', words: 'Why', place: [0, 800, 300, 40] })
    expect(it.bench.scene.piece('text-one-1' as ShapeId)?.rect).toEqual({ x: 0, y: 800, w: 48, h: 42 })
    it.board.run('edit-text', {
      ...{ root: 'shapes', id: 'text-one-1', key: 'words' },
      ...{ index: 3, remove: 0, insert: ' does nobody say for how long' },
    })
    const rect = it.bench.scene.piece('text-one-1' as ShapeId)?.rect
    expect(rect?.w).toBeLessThanOrEqual(300)
    expect(rect?.h).toBe(72)
  })
})

describe('an area', () => {
  it('is drawn out, and asks for its title', () => {
    const it = hand()
    it.toolbox.take('area')
    it.press({ x: 400, y: 600 })
    it.drag({ x: 900, y: 1000 })
    expect(it.bench.live.shape.get()).toEqual({ kind: 'area', rect: { x: 400, y: 600, w: 500, h: 400 } })
    it.lift({ x: 900, y: 1000 })
    expect(only(it)).toMatchObject({ kind: 'area', place: [400, 600, 500, 400] })
    expect(it.bench.desk.writing.get()).toBe(only(it).id)
    expect(it.bench.live.shape.get()).toBeNull()
  })

  it('is taken by its edge and its title, and not by what lies in it', () => {
    const it = hand()
    it.board.run('add-shape', { id: 'area-one-1', kind: 'area', words: 'Before', place: [400, 600, 500, 400] })
    const at = (x: number, y: number) => it.bench.scene.pieceAt({ x, y }, 4)?.id
    expect(at(402, 700)).toBe('area-one-1')
    expect(at(420, 585)).toBe('area-one-1')
    expect(at(600, 800)).toBeUndefined()
    expect(at(800, 585)).toBeUndefined()
  })
})

describe('a connector', () => {
  it('goes from note to note, and follows both', () => {
    const it = hand()
    const [one, two] = it.line
    it.toolbox.take('connector')
    it.pull(it.middleOf(one), it.middleOf(two))
    expect(only(it)).toMatchObject({ kind: 'connector', from: { at: one }, to: { at: two } })
    const before = it.bench.scene.connectors()[0]?.path.end
    it.board.run('place-moments', { places: [{ id: two, place: [900, 900, 176, 120] }] })
    const after = it.bench.scene.connectors()[0]?.path.end
    expect(after).not.toEqual(before)
    expect(after).toEqual({ x: 988, y: 896 })
  })

  it('goes from the bare wall to the bare wall, and is none without a way', () => {
    const it = hand()
    it.toolbox.take('connector')
    it.pull({ x: 300, y: 700 }, { x: 600, y: 900 })
    expect(only(it)).toMatchObject({ from: { point: [300, 700] }, to: { point: [600, 900] } })
    it.toolbox.take('connector')
    it.click({ x: 300, y: 1200 })
    expect(onWall(it)).toHaveLength(1)
  })

  it('never holds on to one piece twice, nor to another connector', () => {
    const it = hand()
    const middle = it.middleOf(it.line[0])
    it.toolbox.take('connector')
    it.pull(middle, { x: middle.x + 40, y: middle.y + 20 })
    expect(onWall(it)).toEqual([])
    it.toolbox.take('connector')
    it.pull({ x: 300, y: 700 }, { x: 600, y: 700 })
    it.toolbox.take('connector')
    it.pull({ x: 450, y: 700 }, { x: 450, y: 1000 })
    expect(onWall(it)[1]).toMatchObject({ from: { point: [450, 700] } })
  })

  it('joins the selected pieces in the order of selecting, in one step', () => {
    const it = hand()
    const [one, two, three] = it.line
    it.bench.selection.set([three, one, two] as PieceId[])
    expect(connectSelected(it.bench)).toBe(true)
    expect(onWall(it)).toMatchObject([
      { from: { at: three }, to: { at: one } },
      { from: { at: one }, to: { at: two } },
    ])
    it.wall.undo()
    expect(onWall(it)).toEqual([])
  })
})

it('nothing is put on the wall by somebody who may not draw now (K1)', () => {
  const it = hand({ phase: 'ideas' }, 'participant')
  it.toolbox.take('area')
  it.pull({ x: 400, y: 600 }, { x: 900, y: 1000 })
  it.toolbox.take('text')
  it.click({ x: 400, y: 600 })
  expect(onWall(it)).toEqual([])
  expect(it.bench.desk.writing.get()).toBeNull()
})
