import type { MomentId } from '@momentous/shared/domain/id'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { pointAt } from '../../client/src/tools/edge-spot.ts'
import { createNewcomers } from '../../client/src/tools/newcomers.ts'
import { hand } from '../support/live-bench.ts'

describe('moments that come where one doesn’t look', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  const watching = () => {
    const it = hand()
    it.bench.desk.looked.set(true)
    it.bench.camera.jump({ x: -300, y: -400, zoom: 1 })
    const newcomers = createNewcomers(it.bench)
    newcomers.watch()
    let made = 0
    const adds = (after: MomentId | 'last' | null, place: [number, number, number, number] | null = null) => {
      const id = `a-newcomer-${made++}` as MomentId
      it.board.run('add-moment', { id, text: 'New', after, place })
      return id
    }
    const told = () => {
      vi.advanceTimersByTime(500)
      return newcomers.unseen.get().map(({ side, count }) => `${count} ${side}`)
    }
    return { it, newcomers, adds, told }
  }

  it('are counted at the edge beyond which they lie furthest', () => {
    const { adds, told } = watching()
    expect(told()).toEqual([])
    adds('last')
    adds('last')
    adds('last', [-2000, 0, 176, 120])
    adds('last', [0, 3000, 176, 120])
    adds('last', [-1500, -3000, 176, 120])
    expect(told()).toEqual(['1 left', '2 right', '1 above', '1 below'])
  })

  it('are told of where the word covers no note and no dot of the line, as far as there is room', () => {
    const { it, newcomers, adds } = watching()
    // The line runs through the middle of what is seen, and a note lies partly in sight.
    it.bench.camera.jump({ x: -200, y: -400, zoom: 1 })
    adds('last')
    vi.advanceTimersByTime(500)
    const [news] = newcomers.unseen.get()
    const { camera, scene } = it.bench
    const { x, y } = pointAt('right', news?.spot ?? 0.5, camera.free())
    const corner = camera.toBoard({ x: x - 150, y: y - 20 })
    expect(news?.side).toBe('right')
    expect(Math.abs(camera.toScreen({ x: 0, y: 0 }).y - y)).toBeGreaterThan(36)
    expect(scene.piecesIn({ ...corner, w: 150, h: 40 })).toEqual([])
  })

  it('are told no more once they were seen, or are gone', () => {
    const { it, newcomers, adds, told } = watching()
    adds('last')
    const gone = adds('last', [0, 3000, 176, 120])
    expect(told()).toEqual(['1 right', '1 below'])
    it.board.run('remove-moments', { ids: [gone], removed: true })
    expect(told()).toEqual(['1 right'])
    it.bench.camera.reveal(newcomers.unseen.get()[0]?.around ?? { x: 0, y: 0, w: 1, h: 1 })
    expect(told()).toEqual([])
    it.bench.camera.jump({ x: -300, y: -400, zoom: 1 })
    expect(told()).toEqual([])
  })

  it('are those that came since one looked, and not what was there', () => {
    const { adds, told } = watching()
    adds(null)
    expect(told(), 'in sight').toEqual([])
  })
})
