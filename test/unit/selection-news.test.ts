import { openBoard, type Board } from '@momentous/shared/board/board'
import type { MomentId, ShapeId } from '@momentous/shared/domain/id'
import { describe, expect, it, onTestFinished } from 'vitest'
import * as Y from 'yjs'
import { mindSelection } from '../../client/src/tools/selection-news.ts'
import { hand, type Hand } from '../support/live-bench.ts'

/** A hand with something selected, and somebody else whose changes come from elsewhere. */
function withCompany(select: (it: Hand) => readonly (MomentId | ShapeId)[]) {
  const it = hand()
  it.board.run('add-shape', { id: 'area-one-11', kind: 'area', place: [0, 500, 200, 100], words: 'Before' })
  it.bench.selection.set(select(it))
  onTestFinished(mindSelection(it.bench))
  const elsewhere = async (change: (board: Board) => void) => {
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(it.board.board.doc))
    const board = openBoard(other)
    other.transact(() => change(board))
    Y.applyUpdate(it.board.board.doc, Y.encodeStateAsUpdate(other), 'elsewhere')
    await Promise.resolve()
  }
  return { it, elsewhere, selected: () => [...it.bench.selection.pieces()] }
}
const first = ({ line: [one] }: Hand) => [one]

describe('what is selected and goes', () => {
  it('by somebody else is told, with its words and where it is', async () => {
    const { it, elsewhere, selected } = withCompany(first)
    const [one] = it.line
    await elsewhere(({ moments }) => moments.get(one)?.set('removed', true))
    expect(selected()).toEqual([])
    expect(it.wall.said).toEqual(['“Phones to book a visit” was put in the bin meanwhile. Everybody finds it there.'])
  })

  it('under another note is told as that, and of several how many', async () => {
    const { it, elsewhere } = withCompany(first)
    const [one, two, three] = it.line
    await elsewhere(({ moments }) => moments.get(one)?.set('stackedOn', two))
    const area = 'area-one-11' as ShapeId
    it.bench.selection.set([two, three, area])
    await elsewhere(({ moments, shapes }) => {
      moments.get(two)?.set('removed', true)
      shapes.get(area)?.set('removed', true)
    })
    expect(it.wall.said).toEqual([
      '“Phones to book a visit” lies under another note now.',
      '2 selected pieces were taken off the wall meanwhile.',
    ])
    expect([...it.bench.selection.pieces()]).toEqual([three])
  })

  it('by one’s own hand says nothing, nor by an undo', async () => {
    const { it, selected } = withCompany(first)
    const [one] = it.line
    it.wall.act('remove-moments', { ids: [one], removed: true })
    await Promise.resolve()
    it.wall.undo()
    it.bench.selection.set([one])
    it.wall.redo()
    await Promise.resolve()
    expect([selected(), it.wall.said]).toEqual([[], []])
  })

  it('while it is typed into or in the hand leaves the telling to that', async () => {
    const { it, elsewhere, selected } = withCompany(first)
    const [one] = it.line
    it.bench.desk.editing.set(one)
    await elsewhere(({ moments }) => moments.get(one)?.set('removed', true))
    expect([selected(), it.wall.said]).toEqual([[], []])
  })
})

describe('what is selected and moved', () => {
  it('out of sight by somebody else is not selected any more, and told', async () => {
    const { it, elsewhere, selected } = withCompany(first)
    const [one] = it.line
    await elsewhere(({ moments }) => moments.get(one)?.set('place', [300, 500, 176, 120]))
    expect([selected(), it.wall.said]).toEqual([[one], []])
    await elsewhere(({ moments }) => moments.get(one)?.set('place', [9000, 500, 176, 120]))
    expect(selected()).toEqual([])
    expect(it.wall.said).toEqual([
      '“Phones to book a visit” was moved out of sight meanwhile, and is not selected any more.',
    ])
  })

  it('by oneself, or only a little over the edge, stays selected', async () => {
    const { it, elsewhere, selected } = withCompany(() => ['area-one-11' as ShapeId])
    const area = 'area-one-11' as ShapeId
    it.wall.act('place-shapes', { places: [{ id: area, place: [1100, 500, 100, 100] }] })
    await elsewhere(({ shapes }) => shapes.get(area)?.set('place', [1290, 500, 100, 100]))
    it.wall.act('place-shapes', { places: [{ id: area, place: [9000, 500, 100, 100] }] })
    await Promise.resolve()
    expect([selected(), it.wall.said]).toEqual([[area], []])
  })
})
