import type { ArgsOf } from '@momentous/shared/commands/commands'
import type { MomentId, ShapeId, StageId } from '@momentous/shared/domain/id'
import { expect, test } from 'vitest'
import { liveBoard } from '../support/live-board.ts'
import { ownDesk } from '../support/own-desk.ts'

const atWork = () => {
  const live = liveBoard({ phase: 'post' })
  const desk = ownDesk(live)
  return { live, desk, ...desk.acting, view: desk.facts.view }
}

test('what was made just now goes with its first words, and comes back with them', () => {
  const { live, desk, act, history, view } = atWork()
  const note = 'a-new-moment' as MomentId
  const stage = 'stage-new-11' as StageId
  const text = 'text-new-111' as ShapeId
  const type = (at: Pick<ArgsOf<'edit-text'>, 'root' | 'id' | 'key'>, words: string) => {
    desk.pass(5000)
    for (const [index, insert] of [...words].entries()) act('edit-text', { ...at, index, remove: 0, insert })
  }
  act('add-moment', { id: note, text: '', after: 'last' })
  type({ root: 'moments', id: note, key: 'text' }, 'Parks')
  act('add-stage', { id: stage, title: '', after: null })
  type({ root: 'stages', id: stage, key: 'title' }, 'On the way')
  act('add-shape', { id: text, kind: 'text', place: [0, 900, 200, 40] })
  type({ root: 'shapes', id: text, key: 'words' }, 'Why')
  history.undo()
  history.undo()
  expect([view.shape(text)?.removed, view.stage(stage)?.removed, view.moment(note)?.removed]).toEqual([
    true,
    true,
    false,
  ])
  history.undo()
  expect(view.moment(note)).toMatchObject({ removed: true, text: 'Parks' })
  expect(history.canUndo()).toBe(false)
  history.redo()
  expect(view.moment(note)).toMatchObject({ removed: false, text: 'Parks' })
  live.run('edit-text', { root: 'moments', id: note, key: 'text', index: 5, remove: 0, insert: ' nearby' })
  history.redo()
  history.redo()
  expect(view.shape(text)).toMatchObject({ removed: false, words: 'Why' })
})

test('of a new note that somebody else has written on, only one’s own words go', () => {
  const { live, desk, act, history, view } = atWork()
  const id = 'a-new-moment' as MomentId
  const type = (index: number, insert: string) =>
    act('edit-text', { root: 'moments', id, key: 'text', index, remove: 0, insert })
  act('add-moment', { id, text: '', after: 'last' })
  type(0, 'Parks')
  live.run('edit-text', { root: 'moments', id, key: 'text', index: 5, remove: 0, insert: ' in the rain' })
  type(0, 'She ')
  desk.pass(2000)
  type(4, 'slowly ')
  history.undo()
  expect(view.moment(id)).toMatchObject({ removed: false, text: 'She Parks in the rain' })
  history.undo()
  expect(view.moment(id)).toMatchObject({ removed: false, text: ' in the rain' })
  expect(history.canUndo()).toBe(false)
  history.redo()
  expect(view.moment(id)?.text).toBe('She Parks in the rain')
})

test('whoever types takes back what they typed there, and nothing else', () => {
  const { live, desk, act, history, view } = atWork()
  const [id] = live.line()
  if (id === undefined) throw new Error('The board of the tests has moments.')
  const text = { root: 'moments', id, key: 'text' } as const
  const may = () => [history.isTyping('undo', text), history.isTyping('redo', text)]
  expect(may()).toEqual([false, false])
  act('edit-text', { ...text, index: 0, remove: 0, insert: 'She ' })
  expect(may()).toEqual([true, false])
  history.undo()
  expect(may()).toEqual([false, true])
  history.redo()
  expect(may()).toEqual([true, false])
  expect(view.moment(id)?.text).toBe('She Phones to book a visit')
  desk.pass(2000)
  act('set-paper', { ids: [id], paper: 'rose' })
  expect(may()).toEqual([false, false])
})
