import { describe, expect, it } from 'vitest'
import { createCamera } from '../../client/src/model/camera.ts'
import { ZOOM_MAX, ZOOM_MIN } from '../../client/src/model/zoom-range.ts'
import { handClock } from '../support/live-bench.ts'

function camera(still = false) {
  const clock = handClock(still)
  const made = createCamera(clock)
  made.resize({ w: 1000, h: 800 })
  return { clock, camera: made }
}

describe('the camera', () => {
  it('keeps the board point under the pointer while zooming', () => {
    const { camera: it } = camera()
    it.jump({ x: 37, y: -12, zoom: 0.8 })
    const pointer = { x: 610, y: 222 }
    const before = it.toBoard(pointer)
    it.zoomAt(pointer, 1.7)
    expect(it.toBoard(pointer).x).toBeCloseTo(before.x)
    expect(it.toBoard(pointer).y).toBeCloseTo(before.y)
    expect(it.view().zoom).toBeCloseTo(1.36)
  })

  it('zooms no further than its limits, and then stays where it is', () => {
    const { camera: it } = camera()
    it.zoomAt({ x: 500, y: 400 }, 100)
    expect(it.view().zoom).toBe(ZOOM_MAX)
    const near = it.view()
    it.zoomAt({ x: 10, y: 10 }, 2)
    expect(it.view()).toEqual(near)
    it.zoomAt({ x: 500, y: 400 }, 0.0001)
    expect(it.view().zoom).toBe(ZOOM_MIN)
  })

  it('pans by what the screen moved, at every zoom', () => {
    const { camera: it } = camera()
    it.jump({ x: 0, y: 0, zoom: 2 })
    it.pan(100, -50)
    expect(it.view()).toEqual({ x: -50, y: 25, zoom: 2 })
  })

  it('keeps the point between two fingers between them', () => {
    const { camera: it } = camera()
    const before = it.toBoard({ x: 300, y: 300 })
    it.pinch({ centre: { x: 300, y: 300 }, spread: 100 }, { centre: { x: 340, y: 280 }, spread: 150 })
    const after = it.toBoard({ x: 340, y: 280 })
    expect(after.x).toBeCloseTo(before.x)
    expect(after.y).toBeCloseTo(before.y)
    expect(it.view().zoom).toBeCloseTo(1.5)
  })

  it('fits content into what the controls leave free, and never beyond 100 %', () => {
    const { camera: it } = camera(true)
    it.inset({ top: 100, right: 0, bottom: 100, left: 200 })
    it.fit({ x: 0, y: 0, w: 1600, h: 600 })
    expect(it.view().zoom).toBeCloseTo(0.5)
    expect(it.toScreen({ x: 0, y: 0 }).x).toBeCloseTo(200)
    expect(it.toScreen({ x: 1600, y: 0 }).x).toBeCloseTo(1000)
    it.fit({ x: 0, y: 0, w: 100, h: 100 })
    expect(it.view().zoom).toBe(1)
    expect(it.toScreen({ x: 50, y: 50 })).toEqual({ x: 600, y: 400 })
  })

  it('shows what was fitted again when the wall gets another size, or the controls cover some of it', () => {
    const { camera: it, clock } = camera(true)
    const rect = { x: 0, y: 0, w: 2000, h: 400 }
    it.fit(rect)
    it.resize({ w: 500, h: 800 })
    expect(it.view()).toEqual({ x: 0, y: -1400, zoom: 0.25 })
    it.inset({ top: 0, right: 0, bottom: 300, left: 0 })
    expect(it.view(), 'nothing of it is covered').toEqual({ x: 0, y: -1400, zoom: 0.25 })
    for (const bottom of [300, 290]) it.inset({ top: 0, right: 0, bottom, left: 100 })
    expect(it.view(), 'the rail is wider for a moment').toEqual({ x: 0, y: -1400, zoom: 0.25 })
    it.inset({ top: 0, right: 0, bottom: 400, left: 100 })
    clock.pass(300)
    expect(it.toScreen({ x: 0, y: 0 }).x).toBeCloseTo(100)
    expect(it.toScreen({ x: 2000, y: 400 }).x).toBeCloseTo(500)
    expect(it.isFitted()).toBe(true)
  })

  it('keeps the middle for whoever has moved since the fit', () => {
    const { camera: it } = camera(true)
    it.fit({ x: 0, y: 0, w: 2000, h: 400 })
    it.pan(-300, 40)
    expect(it.isFitted()).toBe(false)
    const middle = it.toBoard({ x: 500, y: 400 })
    it.resize({ w: 600, h: 500 })
    it.inset({ top: 100, right: 0, bottom: 100, left: 100 })
    expect(it.toBoard({ x: 300, y: 250 })).toEqual(middle)
    expect(it.view().zoom).toBe(0.5)
  })

  it('glides to its goal in 260 ms', () => {
    const { camera: it, clock } = camera()
    it.fit({ x: 5000, y: 5000, w: 2000, h: 1600 })
    clock.pass(130)
    expect(it.view().zoom).toBeLessThan(1)
    expect(it.view().zoom).toBeGreaterThan(0.5)
    clock.pass(150)
    expect(it.view()).toEqual({ x: 5000, y: 5000, zoom: 0.5 })
  })

  it('is there at once where a glide would only rush past what nobody can see', () => {
    const { camera: it } = camera()
    it.fit({ x: 50_000, y: 5000, w: 1000, h: 800 })
    expect(it.view()).toEqual({ x: 50_000, y: 5000, zoom: 1 })
    it.fit({ x: -40_000, y: -40_000, w: 100_000, h: 80_000 })
    expect(it.view().zoom).toBe(1)
  })

  it('is there at once for people who asked for less motion', () => {
    const { camera: it } = camera(true)
    it.zoomTo(2)
    expect(it.view().zoom).toBe(2)
  })

  it('lets any gesture break a glide off', () => {
    const { camera: it, clock } = camera()
    it.fit({ x: 5000, y: 5000, w: 2000, h: 1600 })
    clock.pass(50)
    it.pan(10, 0)
    const left = it.view()
    clock.pass(500)
    expect(it.view()).toEqual(left)
  })

  it('reveals what is hidden with the smallest step, and leaves what is in sight alone', () => {
    const { camera: it } = camera(true)
    const before = it.view()
    it.reveal({ x: 100, y: 100, w: 176, h: 120 })
    expect(it.view()).toBe(before)
    it.reveal({ x: 1100, y: 100, w: 176, h: 120 })
    expect(it.view()).toEqual({ x: 276, y: 0, zoom: 1 })
  })
})

describe('a camera that is thrown', () => {
  it('goes on after the hand, ever slower, and comes to rest', () => {
    const { camera: it, clock } = camera()
    it.throw({ x: -1000, y: 0 })
    clock.pass(100)
    const soon = it.view().x
    clock.pass(100)
    const later = it.view().x
    expect(soon).toBeGreaterThan(70)
    expect(later - soon).toBeLessThan(soon)
    clock.pass(3000)
    const rest = it.view()
    expect(rest.x).toBeGreaterThan(300)
    expect(rest.x).toBeLessThan(330)
    clock.pass(1000)
    expect(it.view()).toBe(rest)
  })

  it('stops at a touch, and doesn’t start where less motion is asked for', () => {
    const { camera: it, clock } = camera()
    it.throw({ x: -1000, y: 0 })
    clock.pass(100)
    it.halt()
    const left = it.view()
    clock.pass(500)
    expect(it.view()).toBe(left)
    const still = camera(true)
    still.camera.throw({ x: -1000, y: 0 })
    still.clock.pass(500)
    expect(still.camera.view().x).toBe(0)
  })

  it('leaves a way that is asked for alone when somebody presses', () => {
    const { camera: it, clock } = camera()
    it.fit({ x: 5000, y: 5000, w: 2000, h: 1600 })
    clock.pass(50)
    it.halt()
    clock.pass(300)
    expect(it.view()).toEqual({ x: 5000, y: 5000, zoom: 0.5 })
  })
})

describe('near its content', () => {
  it('stays within a few screens of it, however it is moved', () => {
    const { camera: it, clock } = camera()
    it.keepNear(() => ({ x: 0, y: 0, w: 1000, h: 500 }))
    it.pan(-100_000, 0)
    expect(it.view().x + 500).toBe(5000)
    it.throw({ x: -4000, y: 0 })
    clock.pass(2000)
    expect(it.view().x + 500).toBe(5000)
    it.jump({ x: -90_000, y: -90_000, zoom: 1 })
    expect(it.toBoard({ x: 500, y: 400 })).toEqual({ x: -4000, y: -4000 })
    it.keepNear(() => ({ x: -60_000, y: 0, w: 100, h: 100 }))
    it.reveal({ x: -60_000, y: 0, w: 100, h: 100 })
    clock.pass(300)
    expect(it.toScreen({ x: -60_000, y: 0 }).x, 'what has just come').toBeCloseTo(0)
    it.keepNear(() => ({ x: 0, y: 0, w: 1000, h: 500 }))
    it.zoomAt({ x: 500, y: 400 }, 0.01)
    it.pan(1_000_000, 0)
    expect(it.toBoard({ x: 500, y: 400 }).x).toBe(-1.5 * 20_000)
  })
})

describe('a camera that is led', () => {
  it('shows what somebody else sees whole, and larger than 100 % too', () => {
    const { camera: it } = camera(true)
    it.lead({ x: 0, y: 0, w: 500, h: 200 })
    expect(it.view().zoom).toBe(2)
    expect(it.isLed() && !it.isFitted()).toBe(true)
    it.resize({ w: 500, h: 800 })
    expect(it.view()).toEqual({ x: 0, y: -300, zoom: 1 })
  })

  it('is its own again after any own move', () => {
    const { camera: it } = camera(true)
    const moves: (() => void)[] = [
      () => it.pan(5, 5),
      () => it.zoomAt({ x: 1, y: 1 }, 1.1),
      () => it.zoomTo(0.5),
      () => it.fit({ x: 0, y: 0, w: 10, h: 10 }),
      () => it.glideBy(10, 0),
    ]
    for (const move of moves) {
      it.lead({ x: 0, y: 0, w: 500, h: 200 })
      expect(it.isLed()).toBe(true)
      move()
      expect(it.isLed()).toBe(false)
    }
  })
})
