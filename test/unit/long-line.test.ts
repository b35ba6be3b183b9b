import { orderedLine, spotsBehind } from '@momentous/shared/board/line'
import { readMoment, readStanding } from '@momentous/shared/board/read'
import type { MomentId } from '@momentous/shared/domain/id'
import { describe, expect, it } from 'vitest'
import { liveBoard } from '../support/live-board.ts'
import { seededRandom } from '../support/seeded-random.ts'

describe('the order of a long line', () => {
  it('is read from three values of each moment, which read as they do in the whole one, also when damaged', () => {
    const { board } = liveBoard({ phase: 'post' })
    const [[one, raw] = []] = board.moments
    if (one === undefined || raw === undefined) throw new Error('The board has moments.')
    for (const [key, value] of [
      ['order', 7],
      ['stackedOn', { at: 1 }],
      ['removed', 'yes'],
      ['removed', true],
    ] as const) {
      raw.set(key, value)
      expect(readMoment(one as MomentId, raw)).toMatchObject(readStanding(raw))
    }
  })

  it('is read once for two hundred newcomers, and quickly among ten thousand', () => {
    const live = liveBoard({ phase: 'post' })
    const before = process.cpuUsage()
    for (let at = 0; at < 50; at++) {
      const moments = Array.from({ length: 200 }, (_, each) => ({ id: `moment-${at}-${each}`, text: `${each}` }))
      expect(live.run('add-moments', { moments, after: 'last' }).allowed).toBe(true)
    }
    const { user, system } = process.cpuUsage(before)
    expect(orderedLine(live.board)).toHaveLength(10_010)
    // Time of this process alone, in microseconds: others may be using the machine. Reading whole moments took ten times as long.
    expect((user + system) / 1e6).toBeLessThan(8)
    const start = process.cpuUsage()
    spotsBehind(live.board, 'last', 200, seededRandom(1))
    expect(process.cpuUsage(start).user / 1e3).toBeLessThan(400)
  })
})
