import type { SeatId } from '@momentous/shared/domain/id'
import { describe, expect, it } from 'vitest'
import { startTrail } from '../../client/src/model/ink-trail.ts'
import { NOTHING_DONE, toFields, toPeer } from '../../client/src/model/peer-state.ts'
import type { LiveStroke, Peer } from '../../client/src/model/wall.ts'
import { NOTHING } from '@momentous/shared/wire/presence'

const person = { seat: 'aisha' as SeatId, name: 'Aisha', role: 'participant' } as const
const told = (stroke: LiveStroke | null, former?: Peer) =>
  toPeer(1, person, { ...NOTHING, stroke: toFields({ ...NOTHING_DONE, stroke }).stroke }, former, 0)
const spots = ({ stroke }: Peer) =>
  Array.from({ length: (stroke?.points.length ?? 0) / 3 }, (_, at) => [
    stroke?.points[at * 3],
    stroke?.points[at * 3 + 1],
  ])

/** A long wave, told every so many touches as it grows. */
function drawn(touches: number, every: number): Peer {
  const touch = (at: number) => ({ x: at * 3, y: 80 * Math.sin(at / 9), pressure: 0.5, time: at * 8 })
  const trail = startTrail(touch(0), { zoom: 1, width: 4, pressure: 'even' })
  let peer = told(null)
  for (let at = 1; at <= touches; at++) {
    trail.add(touch(at))
    if (at % every === 0) peer = told({ pen: 'ink', width: 4, points: [...trail.points] }, peer)
  }
  return peer
}

describe('a line that somebody else draws', () => {
  it.each([1, 4, 20])('is shown from its beginning, told every %d touches', (every) => {
    const seen = spots(drawn(1200, every))
    expect(seen[0]).toEqual([0, 0])
    expect(seen.at(-1)?.[0]).toBe(3600)
    const gaps = seen
      .slice(1)
      .map(([x = 0, y = 0], at) => Math.hypot(x - (seen[at]?.[0] ?? 0), y - (seen[at]?.[1] ?? 0)))
    expect(Math.max(...gaps)).toBeLessThan(100)
    for (const [x = 0, y = 0] of seen) expect(Math.abs(y - 80 * Math.sin(x / 27))).toBeLessThan(12)
  })

  it('is never joined to another line, nor to one in another colour', () => {
    const first = drawn(400, 4)
    const elsewhere = { pen: 'ink', width: 4, points: [5000, 900, 0.5, 5004, 902, 0.5] } as const
    expect(spots(told(elsewhere, first))).toEqual([
      [5000, 900],
      [5004, 902],
    ])
    const end = first.stroke?.points.slice(-6) ?? []
    expect(spots(told({ pen: 'phone', width: 4, points: end }, first))).toHaveLength(2)
    expect(told(null, first).stroke).toBeNull()
  })
})
