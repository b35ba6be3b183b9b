import { stageBands } from '@momentous/shared/board/stage-bands'
import type { MomentId, StageId } from '@momentous/shared/domain/id'
import { describe, expect, it } from 'vitest'
import { liveBoard, type LiveBoard } from '../support/live-board.ts'

const note = (board: LiveBoard, at = 0): MomentId => board.line()[at] ?? ('' as MomentId)

describe('the stages of a timeline (M1)', () => {
  const bands = (board: LiveBoard) =>
    stageBands(board.view().moments(), board.view().stages()).map(({ stage, moments }) => [
      stage?.title,
      moments.length,
    ])
  const add = (board: LiveBoard, id: string, after: string | null) =>
    board.run('add-stage', { id, title: id, after }, 'participant')

  function staged(): LiveBoard {
    const board = liveBoard({ phase: 'post' })
    add(board, 'stage-a-1', null)
    add(board, 'stage-b-1', note(board, 3))
    return board
  }

  it('begin behind a moment, behind another divider or at the very start', () => {
    const board = staged()
    expect(bands(board)).toEqual([
      ['stage-a-1', 4],
      ['stage-b-1', 6],
    ])
    add(board, 'stage-c-1', 'stage-b-1')
    expect(bands(board)).toEqual([
      ['stage-a-1', 4],
      ['stage-b-1', 0],
      ['stage-c-1', 6],
    ])
  })

  it('keep what is put behind one of their moments, and take what is put behind their divider', () => {
    for (let seed = 1; seed < 30; seed++) {
      const board = liveBoard({ phase: 'post' }, seed)
      add(board, 'stage-a-1', note(board, 3))
      board.run('add-moment', { id: 'newcomer-1', text: '', after: note(board, 3) })
      expect(bands(board)).toEqual([
        [undefined, 5],
        ['stage-a-1', 6],
      ])
      board.run('add-moment', { id: 'newcomer-2', text: '', after: 'stage-a-1' })
      board.run('reorder-moments', { ids: [note(board, 0), note(board, 9)], after: 'stage-a-1' })
      expect(bands(board)).toEqual([
        [undefined, 4],
        ['stage-a-1', 8],
      ])
      expect(board.line().slice(4, 7)).toEqual([expect.any(String), expect.any(String), 'newcomer-2'])
    }
  })

  it('are moved and put into the bin, and their moments stay', () => {
    const board = staged()
    board.run('set-stage', { id: 'stage-b-1', after: note(board, 7) }, 'participant')
    expect(bands(board)).toEqual([
      ['stage-a-1', 8],
      ['stage-b-1', 2],
    ])
    board.run('set-stage', { id: 'stage-a-1', removed: true }, 'participant')
    expect(bands(board)).toEqual([
      [undefined, 8],
      ['stage-b-1', 2],
    ])
    expect(board.check('set-stage', { id: 'stage-a-1', removed: false }, 'observer')).toMatchObject({ rule: 'L1' })
  })

  it('are added but not changed while ideas are open, and nothing is re-keyed for them', () => {
    const board = staged()
    const order = board.view().moments()
    board.set({ phase: 'ideas' })
    expect(board.run('add-stage', { id: 'stage-c-1', title: '', after: note(board, 8) }).allowed).toBe(true)
    expect(board.check('set-stage', { id: 'stage-c-1', removed: true })).toMatchObject({ rule: 'M1' })
    expect(board.view().moments()).toEqual(order)
    expect(board.view().stage('stage-c-1' as StageId)?.order).toBeDefined()
  })
})
