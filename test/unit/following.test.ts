import type { SeatId } from '@momentous/shared/domain/id'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { NOTHING_DONE } from '../../client/src/model/peer-state.ts'
import type { Peer } from '../../client/src/model/wall.ts'
import { keepFollowing, publishView, refusalToFollow, startFollowing } from '../../client/src/tools/following.ts'
import { lookOf } from '../../client/src/tools/look-of.ts'
import { keysOnWall } from '../../client/src/tools/wall-keys.ts'
import { hand } from '../support/live-bench.ts'

const BOB = 'seat-of-bob' as SeatId
const bob = (facts: Partial<Peer> = {}): Peer => ({
  ...NOTHING_DONE,
  ...{ id: '7', seat: BOB, name: 'Bob', movedAt: 1, view: { x: 2000, y: 1000, w: 1280, h: 800 } },
  ...facts,
})

function follower() {
  const it = hand()
  keepFollowing(it.bench)
  publishView(it.bench)
  it.wall.setPeers([bob()])
  startFollowing(it.bench, BOB)
  return it
}
const followed = ({ bench }: ReturnType<typeof hand>) => bench.desk.following.get()?.name ?? null

describe('following somebody', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('shows what they see, also when they go on, on a screen of another size', () => {
    const it = follower()
    expect(it.bench.camera.visible()).toEqual({ x: 2000, y: 1000, w: 1280, h: 800 })
    it.wall.setPeers([bob({ view: { x: 0, y: 0, w: 640, h: 200 } })])
    expect(it.bench.camera.visible()).toEqual({ x: 0, y: -100, w: 640, h: 400 })
    expect(followed(it)).toBe('Bob')
  })

  it('ends at an own move of the camera, and by Escape', () => {
    const moves = [
      ({ bench }: ReturnType<typeof hand>) => bench.camera.pan(1, 0),
      ({ bench }: ReturnType<typeof hand>) => bench.camera.zoomTo(2),
      ({ bench, toolbox }: ReturnType<typeof hand>) => void keysOnWall['escape']?.(bench, toolbox),
    ]
    for (const move of moves) {
      const it = follower()
      move(it)
      expect(followed(it)).toBeNull()
      const left = it.bench.camera.view()
      it.wall.setPeers([bob({ view: { x: 0, y: 0, w: 640, h: 200 } })])
      expect(it.bench.camera.view()).toBe(left)
    }
  })

  it('goes on while one selects, edits and drags oneself', () => {
    const it = follower()
    it.click(it.middleOf(it.line[0]))
    it.pull(it.middleOf(it.line[0]), { x: 0, y: 600 })
    expect(followed(it)).toBe('Bob')
  })

  it('ends in words when they leave the wall, or when nothing of anybody travels any more', () => {
    const it = follower()
    it.wall.setPeers([bob({ view: null })])
    vi.advanceTimersByTime(300)
    it.wall.setPeers([bob()])
    vi.advanceTimersByTime(900)
    expect(followed(it)).toBe('Bob')
    it.wall.setPeers([])
    vi.advanceTimersByTime(900)
    expect(followed(it)).toBeNull()
    expect(it.wall.said).toEqual(['Bob has left the wall. You look around on your own again.'])
    const other = follower()
    Object.assign(other.wall.presence, { silent: () => true })
    other.wall.setPeers([])
    expect(other.wall.said).toEqual(['You follow nobody any more: what people do stays unseen for now.'])
    expect(refusalToFollow(other.bench, BOB)).toBe(
      'Nobody can be followed now: what people do stays unseen until this is over.',
    )
  })

  it('tells the others of the followed one’s view, so that two who follow each other stay where they are', () => {
    const it = hand()
    publishView(it.bench)
    expect(it.wall.published.view).toEqual(it.bench.camera.visible())
    keepFollowing(it.bench)
    it.wall.setPeers([bob({ view: { x: 0, y: 0, w: 640, h: 200 } })])
    startFollowing(it.bench, BOB)
    expect(it.wall.published.view).toEqual({ x: 0, y: 0, w: 640, h: 200 })
    it.bench.camera.pan(10, 0)
    expect(it.wall.published.view).toEqual(it.bench.camera.visible())
  })

  it('takes the device whose pointer moved last', () => {
    const it = hand()
    keepFollowing(it.bench)
    const here = { x: 100, y: 100, w: 1280, h: 800 }
    it.wall.setPeers([bob(), bob({ id: '8', movedAt: 9, view: here }), bob({ id: '9', movedAt: 12, view: null })])
    startFollowing(it.bench, BOB)
    expect(it.bench.camera.visible()).toEqual(here)
  })
})

describe('where everybody is brought', () => {
  it('is what one sees without the bare wall around it all, and for those who read the list the selected note, else the one in the middle', () => {
    const it = hand()
    const [first, , third] = it.line
    it.bench.camera.jump({ x: 220 - 640, y: -106 - 400, zoom: 1 })
    expect(lookOf(it.bench)).toEqual({ view: [-128, -206, 988, 412], moment: third })
    it.bench.camera.jump({ x: 100, y: -100, zoom: 4 })
    expect(lookOf(it.bench).view).toEqual([100, -100, 320, 200])
    it.bench.camera.jump({ x: 220 - 640, y: -106 - 400, zoom: 1 })
    it.bench.selection.set([first])
    expect(lookOf(it.bench).moment).toBe(first)
    it.bench.selection.clear()
    it.bench.camera.jump({ x: 220, y: 3000, zoom: 1 })
    expect(lookOf(it.bench).moment).toBeNull()
  })
})
