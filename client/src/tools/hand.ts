import type { Point } from '@momentous/shared/scene/geometry'
import type { View } from '../model/view.ts'
import { createSwing } from './swing.ts'
import type { ToolState } from './tool.ts'

/** Pulls the wall along until the finger lifts, then goes on with `after`. A hand that lets go in full swing throws it. */
export function panning(start: Point, first: View, after: ToolState): ToolState {
  const swing = createSwing()
  let moved = false
  const state: ToolState = {
    on(gesture, { camera, live }) {
      live.cursor.set(gesture.type === 'drag' ? 'grabbing' : null)
      if (gesture.type === 'cancel') {
        camera.jump(first)
        return after
      }
      if (gesture.type === 'hover' || gesture.type === 'press') return state
      const lifts = gesture.type === 'lift'
      if (lifts && !moved) return after
      moved = true
      const dx = (gesture.screen.x - start.x) / first.zoom
      const dy = (gesture.screen.y - start.y) / first.zoom
      camera.jump({ ...first, x: first.x - dx, y: first.y - dy })
      if (!lifts) {
        for (const { screen, time } of gesture.trail) swing.add(screen, time)
        return state
      }
      const speed = swing.letGo(gesture.time)
      if (speed !== null) camera.throw(speed)
      return after
    },
  }
  return state
}

export const handAtRest: ToolState = {
  on(gesture, { camera, live }) {
    if (gesture.type !== 'press') return handAtRest
    live.cursor.set('grabbing')
    return panning(gesture.screen, camera.view(), handAtRest)
  },
}
