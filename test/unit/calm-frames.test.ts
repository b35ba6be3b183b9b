import type { MomentId } from '@momentous/shared/domain/id'
import { describe, expect, it } from 'vitest'
import { followPeers } from '../../client/src/canvas/follow-peers.ts'
import { createFrames } from '../../client/src/canvas/frames.ts'
import type { Aloft } from '../../client/src/canvas/aloft.ts'
import type { Peer } from '../../client/src/model/wall.ts'
import { hand, handClock } from '../support/live-bench.ts'

/** Nothing is held and nothing travels. */
const resting = { look: () => [], running: () => false } as unknown as Aloft

function stage() {
  const { bench, board, wall, line } = hand()
  const clock = handClock()
  const painted = { rest: 0, moving: 0, overlay: 0 }
  const sheets = {
    paint: (asked: ReadonlySet<keyof typeof painted>) => asked.forEach((name) => painted[name]++),
  }
  const tiles = { damage: () => undefined, damageAll: () => undefined }
  const frames = createFrames(bench, { tiles, aloft: resting, clock }, sheets)
  bench.scene.subscribe(() => frames.askCalmly())
  followPeers(bench, frames, clock)
  frames.ask('rest', 'moving', 'overlay')
  clock.pass(200)
  const since = (act: () => void) => {
    const before = { ...painted }
    act()
    return { rest: painted.rest - before.rest, overlay: painted.overlay - before.overlay }
  }
  const put = (id: MomentId, x: number, y: number) =>
    board.run('place-moments', { places: [{ id, place: [x, y, 176, 120] }] })
  return { bench, clock, frames, line, since, put, peers: wall.setPeers }
}

const somebody: Peer = {
  ...{ id: '1', seat: 'seat-000001' as Peer['seat'], name: 'Tom', movedAt: 0, cursor: { x: 5, y: 5 } },
  ...{
    selection: [],
    typing: null,
    writing: null,
    naming: null,
    drag: new Map(),
    pull: null,
    stroke: null,
    view: null,
  },
}

describe('what others do', () => {
  it('is painted at every second frame at most, however much it is', () => {
    const { clock, line, since, put } = stage()
    const { rest } = since(() => {
      for (let at = 0; at < 60; at++) {
        put(line[at % 5] ?? line[0], 100 + at, 200)
        clock.pass(16)
      }
    })
    expect(rest).toBeGreaterThan(20)
    expect(rest).toBeLessThanOrEqual(31)
  })

  it('is painted at the next frame where all was quiet', () => {
    const { clock, line, since, put } = stage()
    put(line[1], 300, 200)
    expect(since(() => clock.pass(16)).rest).toBe(1)
  })

  it('comes along with what one does oneself, which never waits', () => {
    const { clock, frames, line, since, put } = stage()
    const { rest, overlay } = since(() => {
      for (let at = 0; at < 10; at++) {
        put(line[1], 300 + at, 200)
        frames.ask('overlay')
        clock.pass(16)
      }
    })
    expect([rest, overlay]).toEqual([10, 10])
  })

  it('paints nothing where it is out of sight', () => {
    const { clock, line, since, put } = stage()
    put(line[1], 90_000, 90_000)
    clock.pass(100)
    expect(
      since(() => {
        put(line[1], 91_000, 90_000)
        clock.pass(100)
      }),
    ).toEqual({ rest: 0, overlay: 0 })
  })

  it('is painted when a cursor moves, and not when somebody only looks elsewhere', () => {
    const { clock, since, peers } = stage()
    peers([somebody])
    clock.pass(100)
    const looks = since(() => {
      peers([{ ...somebody, view: { x: 9, y: 9, w: 100, h: 100 } }])
      clock.pass(100)
    })
    const moves = since(() => {
      peers([{ ...somebody, cursor: { x: 6, y: 5 } }])
      clock.pass(100)
    })
    const leaves = since(() => {
      peers([])
      clock.pass(100)
    })
    expect([looks.overlay, moves.overlay, leaves.overlay]).toEqual([0, 1, 1])
  })
})
