import type { PieceId } from '@momentous/shared/domain/piece'
import { goneFromHand } from '../words/gone-from-hand.ts'
import { letGo, type Bench } from './bench.ts'

/** Did somebody else take all of it off the wall while it was in the hand? Then the hand is empty, and says why. */
export function goneMeanwhile(ids: readonly PieceId[], bench: Bench): boolean {
  const { scene, wall, live, selection } = bench
  if (ids.some((id) => scene.piece(id) !== undefined)) return false
  letGo(live)
  selection.keep((id) => scene.piece(id) !== undefined)
  const [id] = ids
  const moment = id === undefined ? undefined : wall.moment(id)
  wall.say(goneFromHand(moment?.text ?? '', moment && !moment.removed ? 'stack' : 'bin'))
  return true
}
