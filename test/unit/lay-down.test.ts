import type { MomentId, ShapeId, StageId } from '@momentous/shared/domain/id'
import { describe, expect, it } from 'vitest'
import { addingAgain } from '../../client/src/model/adding-again.ts'
import { layDown } from '../../client/src/tools/lay-down.ts'
import { hand } from '../support/live-bench.ts'

const [from, to] = [
  { x: 0, y: 600 },
  { x: 200, y: 650 },
] as const

const inTheMiddleOf = (tool: 'pen' | 'area', role: 'participant' | 'facilitator' = 'participant') => {
  const it = hand({ phase: 'post' }, role)
  it.toolbox.take(tool)
  it.press(from)
  it.drag(to)
  return it
}

describe('a phase that ends in the middle of a gesture', () => {
  it('gives the line back that was being drawn, and it can go on the wall when that is allowed again', () => {
    const { wall, board, bench, toolbox } = inTheMiddleOf('pen')
    board.set({ phase: 'choose' })
    layDown(bench, toolbox)
    expect([bench.live.stroke.get(), toolbox.held.get(), toolbox.busy()]).toEqual([null, 'select', false])
    expect(wall.strokes()).toHaveLength(0)
    const [given] = wall.givenBack
    expect(given?.reason).toBe('The session moved to Choose while you were drawing. Your line is safe.')
    const deeds = given ? addingAgain({ id: 'offer', words: '', ...given }, board.view()) : []
    expect(deeds).toMatchObject([{ name: 'draw-stroke', args: { pen: 'ink', width: 4 } }])
    board.set({ phase: 'post' })
    for (const { name, args } of deeds) expect(wall.act(name, args as never).allowed).toBe(true)
    expect(wall.strokes()[0]?.points.slice(0, 6)).toEqual([0, 600, 0.5, 200, 650, 0.5])
  })

  it('finishes it where that is allowed still', () => {
    const { wall, bench, toolbox } = inTheMiddleOf('pen')
    layDown(bench, toolbox)
    expect(wall.strokes()).toHaveLength(1)
    expect(wall.givenBack).toEqual([])
  })

  it('says that anything else was not finished, and nothing of a hand that did nothing', () => {
    const { wall, board, bench, toolbox } = inTheMiddleOf('area')
    board.set({ phase: 'choose' })
    layDown(bench, toolbox)
    expect(wall.said).toEqual(['The session moved to Choose. What you had just begun was not finished.'])
    expect(wall.shapes()).toHaveLength(0)
    layDown(bench, toolbox)
    expect(wall.said).toHaveLength(1)
  })
})

describe('words that came too late', () => {
  const late = { id: 'offer', rule: 'M1', reason: 'The session moved on.', words: '' }
  const typed = (root: string, id: string, key: string, before: string, index: number) =>
    ({
      ...late,
      before,
      command: { name: 'edit-text', args: { root, id, key, index, remove: 0, insert: ' soon' } },
    }) as const

  it('go where they belong in what others have made of the text, and nowhere when that is in the bin', () => {
    const { board, line } = hand()
    const [one] = line
    const before = 'Phones to book a visit'
    board.run('edit-text', { root: 'moments', id: one, key: 'text', index: 0, remove: 0, insert: 'First: ' })
    const offer = typed('moments', one, 'text', before, before.length)
    expect(addingAgain(offer, board.view())).toMatchObject([{ args: { index: before.length + 7, insert: ' soon' } }])
    board.run('remove-moments', { ids: [one], removed: true })
    expect(addingAgain(offer, board.view())).toEqual([])
  })

  it('are typed into a free text and a stage’s title as well', () => {
    const { board } = hand()
    board.run('add-shape', { id: 'text-one-111' as ShapeId, kind: 'text', words: 'Why', place: [0, 900, 200, 40] })
    board.run('add-stage', { id: 'stage-one-11' as StageId, title: 'Why', after: null })
    for (const offer of [
      typed('shapes', 'text-one-111', 'words', 'Why', 3),
      typed('stages', 'stage-one-11', 'title', 'Why', 3),
    ]) {
      expect(addingAgain(offer, board.view())).toMatchObject([{ args: { index: 3, insert: ' soon' } }])
    }
    expect(addingAgain(typed('moments', 'nowhere-1111' as MomentId, 'text', '', 0), board.view())).toEqual([])
  })
})
