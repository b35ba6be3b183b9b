import { describe, expect, it } from 'vitest'
import { lineOf } from '../../client/src/session/use-timeline.ts'
import { liveBoard } from '../support/live-board.ts'
import { ownDesk } from '../support/own-desk.ts'

describe('the line with what is in it', () => {
  it('is one for a board, another list after words or order changed, and the same after a note was moved by hand', () => {
    const live = liveBoard({ phase: 'post' })
    const { facts } = ownDesk(live)
    const { moments } = facts.records
    const line = lineOf(moments)
    expect(lineOf(moments)).toBe(line)
    let told = 0
    const leave = line.subscribe(() => told++)
    const first = line.get()
    const [one, two] = first.map(({ id }) => id)
    if (one === undefined || two === undefined) throw new Error('The board has moments.')

    live.run('place-moments', { places: [{ id: one, place: [1, 2, 176, 120] }] })
    expect([told, line.get()]).toEqual([0, first])
    live.run('edit-text', { root: 'moments', id: two, key: 'text', index: 0, remove: 0, insert: 'Now ' })
    const second = line.get()
    expect(second.map((moment, at) => moment === first[at])).toEqual(first.map((_, at) => at > 1))
    live.run('reorder-moments', { ids: [one], after: two })
    expect(
      line
        .get()
        .slice(0, 2)
        .map(({ id }) => id),
    ).toEqual([two, one])
    live.run('remove-moments', { ids: [two], removed: true })
    expect([line.get()[0]?.id, line.get().length]).toEqual([one, first.length - 1])
    leave()
    live.run('remove-moments', { ids: [two], removed: false })
    expect(line.get()).toHaveLength(first.length)
  })
})
