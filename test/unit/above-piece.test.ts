import { describe, expect, it } from 'vitest'
import { abovePiece } from '../../client/src/canvas/above-piece.ts'
import { createCamera } from '../../client/src/model/camera.ts'
import { handClock } from '../support/live-bench.ts'

/** On a phone, with the question above and the tools below. */
function at(y: number, h = 100, x = 100) {
  const camera = createCamera(handClock(true))
  camera.resize({ w: 360, h: 684 })
  camera.inset({ top: 130, right: 24, bottom: 200, left: 24 })
  camera.jump({ x: 0, y: 0, zoom: 1 })
  return abovePiece({ x, y, w: 100, h }, { camera }).transform
}

describe('the buttons of what is selected', () => {
  it('stand above it, and in the window', () => {
    expect(at(250)).toBe('translate(150px, 236px) translate(-50%, -100%)')
    expect(at(250, 100, -40)).toBe('translate(128px, 236px) translate(-50%, -100%)')
    expect(at(250, 100, 330)).toBe('translate(232px, 236px) translate(-50%, -100%)')
  })

  it('stand under it where a panel lies above it, and over it where one lies under it too', () => {
    expect(at(150)).toBe('translate(150px, 264px) translateX(-50%)')
    expect(at(150, 600)).toBe('translate(150px, 432px) translateX(-50%)')
    expect(at(-900)).toBe('translate(150px, 130px) translateX(-50%)')
  })
})
