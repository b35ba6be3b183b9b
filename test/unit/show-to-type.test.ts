import { describe, expect, it } from 'vitest'
import { showToType } from '../../client/src/tools/show-to-type.ts'
import { createCamera } from '../../client/src/model/camera.ts'
import type { View } from '../../client/src/model/view.ts'
import { handClock } from '../support/live-bench.ts'

const note = { x: 1000, y: 200, w: 176, h: 120 }

/** Where the note is on the screen once its words are typed, with as much room as that. */
function shown(view: View, room: { readonly w: number; readonly h: number }) {
  const camera = createCamera(handClock(true))
  camera.resize(room)
  camera.inset({ top: 16, right: 24, bottom: 16, left: 24 })
  camera.jump(view)
  showToType(note, { camera })
  const { x, y } = camera.toScreen(note)
  const { zoom } = camera.view()
  return { zoom, left: x, top: y, right: x + note.w * zoom, bottom: y + note.h * zoom }
}

describe('what is typed', () => {
  it('comes closer when it could not be read, to where no control lies', () => {
    const at = shown({ x: 0, y: -300, zoom: 0.27 }, { w: 360, h: 380 })
    expect(at.zoom).toBe(1)
    expect(at.left).toBeGreaterThanOrEqual(24)
    expect(at.right).toBeLessThanOrEqual(360 - 24)
  })

  it('keeps its size when it can be read, and stays where it is when all of it is in sight', () => {
    const near = { x: 900, y: 100, zoom: 0.8 }
    expect(shown(near, { w: 360, h: 380 })).toMatchObject({ zoom: 0.8, left: 80, top: 80 })
    expect(shown({ ...near, x: 500 }, { w: 360, h: 380 })).toMatchObject({ zoom: 0.8, right: 336 })
  })

  it('goes further away where the keyboard leaves less room than it needs, but never so far that it can’t be read', () => {
    const low = shown({ x: 900, y: 100, zoom: 1.5 }, { w: 740, h: 165 })
    expect(low.top).toBeCloseTo(16)
    expect(low.bottom).toBeCloseTo(149)
    expect(shown({ x: 900, y: 100, zoom: 1.5 }, { w: 740, h: 80 }).zoom).toBe(0.6)
  })
})
