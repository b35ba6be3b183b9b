import { distance } from '@momentous/shared/scene/geometry'
import { firstAt, type SceneStage } from '@momentous/shared/scene/stage-scene'
import { stageWords } from '../words/stages.ts'
import { letGo, type Bench } from './bench.ts'
import { moveStage, nameStage, stageRefusal } from './stages.ts'
import type { Contact, ToolState } from './tool.ts'

/** A press is a pull once it has moved this far. */
const SLIP = 4
/** How far a hand may miss a divider, in px. */
const REACH = { mouse: 5, pen: 5, touch: 14 } as const

/** The stage under a press, for whoever may change it. */
export function stageUnder({ at, pointer }: Pick<Contact, 'at' | 'pointer'>, bench: Bench): SceneStage | undefined {
  const stage = bench.scene.stageAt(at, REACH[pointer] / bench.camera.view().zoom)
  return stage && stageRefusal(bench) === null ? stage : undefined
}

/** Pressed on its title or its divider: a lift opens the title, a move takes the beginning along from dot to dot. */
export function onStage(start: Contact, stage: SceneStage, rest: ToolState): ToolState {
  let moved = false
  const state: ToolState = {
    on(gesture, bench) {
      const { live, scene, wall } = bench
      if (gesture.type === 'cancel') {
        letGo(live)
        return rest
      }
      if (gesture.type === 'hover' || gesture.type === 'press') return state
      if (scene.stages().every(({ id }) => id !== stage.id)) {
        letGo(live)
        wall.say(stageWords.gone)
        return rest
      }
      moved ||= distance(gesture.screen, start.screen) > SLIP
      const to = firstAt(stage.divider.x + gesture.at.x - start.at.x, scene.onTimeline())
      if (gesture.type === 'lift') {
        letGo(live)
        if (moved) moveStage(stage, to, bench)
        else nameStage(stage.id, bench)
        return rest
      }
      if (moved) live.divider.set({ stage: stage.id, first: to })
      return state
    },
  }
  return state
}
