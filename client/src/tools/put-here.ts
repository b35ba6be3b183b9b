import { centre, grow, type Rect, type Size } from '@momentous/shared/scene/geometry'
import { putArea, USUAL_AREA } from './area.ts'
import type { Bench } from './bench.ts'
import type { KeyAction } from './key-actions.ts'
import { newText, textPlace } from './text.ts'
import type { Toolbox } from './toolbox.ts'
import type { ToolId } from './tools.ts'

const STEP = 40
const STEPS = 40
const AROUND = 24

/** Where nothing lies, as near to the middle of what is seen as there is room for it. */
function bareSpot({ w, h }: Size, { scene, camera }: Bench): Rect {
  const { x, y } = centre(camera.seen())
  const at = (step: number) => ({ x: x - w / 2, y: y - h / 2 + step * STEP, w, h })
  for (let step = 0; step < STEPS; step++) {
    const spot = [at(step), at(-step)].find((each) => scene.isBare(each))
    if (spot) return spot
  }
  return at(0)
}

function textHere(bench: Bench): Rect {
  const [, , w, h] = textPlace({ x: 0, y: 0 }, bench)
  const spot = bareSpot({ w, h }, bench)
  newText({ x: spot.x, y: spot.y + h / 2 }, bench)
  return spot
}

/** Around what is selected, if anything is. */
function areaHere(bench: Bench): Rect {
  const bounds = bench.scene.bounds(bench.selection.pieces())
  const rect = bounds === null ? bareSpot(USUAL_AREA, bench) : grow(bounds, AROUND)
  putArea(rect, bench)
  return rect
}

const makers: Readonly<Partial<Record<ToolId, (bench: Bench) => Rect>>> = { text: textHere, area: areaHere }

/** Is something in the hand that a key can put on the wall? */
export const canPutHere = ({ held }: Pick<Toolbox, 'held'>): boolean => makers[held.get()] !== undefined

/** Without a pointer: what the tool in the hand makes comes where there is room, and wants its words at once. */
export const putHere: KeyAction = (bench, toolbox) => {
  const make = makers[toolbox.held.get()]
  if (!make) return false
  toolbox.putDown()
  bench.camera.reveal(make(bench))
  return true
}
