import { stageBands } from '@momentous/shared/board/stage-bands'
import type { GroupId, MomentId, ShapeId, StageId, StrokeId } from '@momentous/shared/domain/id'
import type { PieceId } from '@momentous/shared/domain/piece'
import { describe, expect, it, test } from 'vitest'
import { createInkScene } from '@momentous/shared/scene/ink-scene'
import { gatherChanges } from '@momentous/shared/scene/scene-change'
import { createSelection } from '../../client/src/model/selection.ts'
import { liveBoard } from '../support/live-board.ts'
import { liveWall } from '../support/live-wall.ts'
import { ownDesk } from '../support/own-desk.ts'

const [area, arrow] = ['area-one-111', 'arrow-one-11'] as [ShapeId, ShapeId]
const line = 'stroke-one-1' as StrokeId
const place: [number, number, number, number] = [0, 0, 300, 200]

function atWork() {
  const live = liveBoard({ phase: 'post' })
  const [note] = live.line()
  if (note === undefined) throw new Error('The board of the tests has moments.')
  live.run('add-shape', { id: area, kind: 'area', words: 'Before', place })
  live.run('add-shape', { id: arrow, kind: 'connector', from: { at: note }, to: { point: [0, 0] } })
  live.run('draw-stroke', { id: line, pen: 'ink', width: 4, points: [0, 0, 0.5, 90, 9, 0.5] })
  const desk = ownDesk(live)
  return { live, note, ...desk.acting, facts: desk.facts }
}

describe('a selection', () => {
  const selected = () => {
    const { live, note } = atWork()
    const wall = liveWall(live)
    const selection = createSelection(wall)
    selection.set([note, area, line])
    return { selection, wall, note, other: live.line()[1] as MomentId }
  }

  it('holds pieces of every kind, and says which are moments', () => {
    const { selection, wall, note } = selected()
    expect([...selection.pieces()]).toEqual([note, area, line])
    expect([...selection.pieces()].map(wall.kindOf)).toEqual(['moment', 'shape', 'stroke'])
    expect([[...selection.ids()], selection.lead()]).toEqual([[note], note])
    expect([selection.has(area), selection.has(arrow)]).toEqual([true, false])
  })

  it('is led by the moment last touched, whatever else is touched', () => {
    const { selection, note, other } = selected()
    selection.toggle(other)
    selection.toggle(area)
    expect([selection.lead(), selection.pieces().size]).toEqual([other, 3])
    selection.toggle(other)
    expect(selection.lead()).toBe(note)
    selection.set([area])
    expect([selection.lead(), selection.ids().size]).toEqual([null, 0])
  })

  it('drops what is gone, and tells only when something changed', () => {
    const { selection, note } = selected()
    let told = 0
    selection.subscribe(() => told++)
    selection.keep(() => true)
    selection.set([note, area, line])
    selection.keep((id) => id !== area)
    expect([[...selection.pieces()], told]).toEqual([[note, line], 2])
  })
})

test('a gesture over notes, shapes and ink is one step of undo', () => {
  const { note, facts, act, history } = atWork()
  const read = () => [
    facts.view.moment(note)?.place,
    facts.records.shapes
      .all()
      .map((shape) => (shape.kind === 'connector' ? shape.to : 'place' in shape && shape.place)),
    facts.records.ink.get(line)?.moved,
  ]
  const before = read()
  history.together(() => {
    act('place-moments', { places: [{ id: note, place }] })
    act('place-shapes', {
      places: [
        { id: area, place: [5, 5, 300, 200] },
        { id: arrow, to: { point: [5, 5] } },
      ],
    })
    act('move-strokes', { moves: [{ id: line, moved: [5, 5] }] })
  })
  const after = read()
  history.undo()
  expect(read()).toEqual(before)
  expect(history.canUndo()).toBe(false)
  history.redo()
  expect(read()).toEqual(after)
})

test('undo of a move leaves what somebody else has moved since', () => {
  const { live, facts, act, history } = atWork()
  act('place-shapes', {
    places: [
      { id: area, place: [5, 5, 300, 200] },
      { id: arrow, to: { point: [5, 5] } },
    ],
  })
  live.run('place-shapes', { places: [{ id: arrow, to: { point: [70, 70] } }] })
  history.undo()
  expect(facts.view.shape(area)).toMatchObject({ place })
  expect(facts.view.shape(arrow)).toMatchObject({ to: { point: [70, 70] } })
})

test('undo of grouping and of ordering gives each piece its own back', () => {
  const { live, note, facts, act, history } = atWork()
  live.run('group-pieces', { ids: [note], group: 'old-group-1' })
  live.run('order-pieces', { pieces: [{ id: area, z: 'a5' }] })
  const groups = () => [
    facts.view.moment(note)?.group,
    facts.view.shape(area)?.group,
    facts.records.ink.get(line)?.group,
  ]
  const depths = () => [facts.view.moment(note)?.z, facts.view.shape(area)?.z, facts.records.ink.get(line)?.z]
  const ids: PieceId[] = [note, area, line]
  act('group-pieces', { ids, group: 'new-group-1' as GroupId })
  act('order-pieces', { pieces: ids.map((id, at) => ({ id, z: `a${at + 6}` })) })
  expect([groups(), depths()]).toEqual([ids.map(() => 'new-group-1'), ['a6', 'a7', 'a8']])
  history.undo()
  expect(depths()).toEqual([null, 'a5', null])
  history.undo()
  expect(groups()).toEqual(['old-group-1', null, null])
})

test('ink that was moved and grouped comes back from the eraser as it was', () => {
  const { facts, act, history } = atWork()
  act('move-strokes', { moves: [{ id: line, moved: [40, -8.5] }] })
  act('group-pieces', { ids: [line, area], group: 'a-group-11' as GroupId })
  act('order-pieces', { pieces: [{ id: line, z: 'a7' }] })
  const before = facts.records.ink.get(line)
  act('erase-strokes', { ids: [line] })
  expect(facts.records.ink.get(line)).toBeUndefined()
  history.undo()
  expect(facts.records.ink.get(line)).toEqual(before)
})

test('moments go back to their stage, and a divider to where it stood', () => {
  const { live, facts, act, history } = atWork()
  const [one, two, three] = live.line() as [MomentId, MomentId, MomentId]
  const [first, second] = ['stage-one-11', 'stage-two-11'] as [StageId, StageId]
  live.run('add-stage', { id: second, title: 'Two', after: two })
  live.run('add-stage', { id: first, title: 'One', after: two })
  const bands = () => stageBands(facts.view.moments(), facts.view.stages()).map(({ moments }) => moments.length)
  expect(bands()).toEqual([2, 0, 8])
  act('reorder-moments', { ids: [three, one], after: first })
  expect(bands()).toEqual([1, 2, 7])
  act('set-stage', { id: second, after: null })
  expect(bands()).toEqual([0, 1, 9].slice(1))
  history.undo()
  expect(bands()).toEqual([1, 2, 7])
  history.undo()
  expect([bands(), live.line().slice(0, 3)]).toEqual([
    [2, 0, 8],
    [one, two, three],
  ])
})

test('a stroke that is moved keeps its list of points, and is found where it lies', () => {
  const { live, facts, act } = atWork()
  const wall = { stroke: (id: PieceId) => facts.records.ink.get(id as StrokeId), strokes: facts.records.ink.all }
  const scene = createInkScene(wall, gatherChanges())
  const { points } = facts.records.ink.get(line) ?? {}
  act('move-strokes', { moves: [{ id: line, moved: [1000, 0] }] })
  scene.take({ kind: 'ink', ids: new Set([line]) })
  expect(facts.records.ink.get(line)?.points).toBe(points)
  expect(Array.from(scene.all(), ({ rect }) => rect)).toEqual([{ x: 995.25, y: -4.75, w: 99.5, h: 18.5 }])
  const at = (x: number) => scene.along({ x, y: 0 }, { x, y: 0 }, 5)
  expect([at(0), at(1000)]).toEqual([[], [line]])
  // Drawn anew under the same id it is another list.
  live.run('erase-strokes', { ids: [line] })
  live.run('draw-stroke', { id: line, pen: 'ink', width: 4, points: [0, 0, 0.5, 90, 9, 0.5] })
  expect(facts.records.ink.get(line)?.points).not.toBe(points)
})
