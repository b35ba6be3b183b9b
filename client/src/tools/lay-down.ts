import { phases } from '@momentous/shared/domain/phase'
import type { StrokeId } from '@momentous/shared/domain/id'
import { lostWords } from '../words/lost.ts'
import type { Bench } from './bench.ts'
import type { Toolbox } from './toolbox.ts'

/**
 * The tool is taken out of the hand, because the session has no use for it any more. What was being drawn with it is finished
 * where that is still allowed, and goes back to its author otherwise.
 */
export function layDown({ wall, live }: Bench, toolbox: Toolbox): void {
  const stroke = live.stroke.get()
  const busy = toolbox.busy() && toolbox.held.get() !== 'select'
  toolbox.take('select')
  const { label } = phases[wall.session().phase]
  if (stroke === null) {
    if (busy) wall.say(lostWords.notFinished(label))
    return
  }
  const { pen, width, points } = stroke
  const args = { id: wall.newId<StrokeId>(), pen, width, points: [...points] }
  const ruling = wall.check('draw-stroke', args)
  if (ruling.allowed) wall.act('draw-stroke', args)
  else
    wall.giveBack({
      command: { name: 'draw-stroke', args },
      rule: ruling.rule,
      reason: lostWords.stoppedDrawing(label),
    })
}
