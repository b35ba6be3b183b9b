import type { PieceId } from '@momentous/shared/domain/piece'
import type { Bench } from './bench.ts'
import { handledConnector } from './connector-ends.ts'

/** The ring around what is selected lies this far outside, and the handles lie on the ring. */
export const RING_GAP = 3

/** A note in the hand: its shade shows that, and it wears neither ring nor dark edge. */
export function isLifted(id: PieceId, { live, scene }: Pick<Bench, 'live' | 'scene'>): boolean {
  return live.drag.get().has(id) && scene.note(id) !== undefined
}

/** What wears a ring. A connector is shown to be selected by its ends alone: a frame around a line says nothing. */
export function ringed(bench: Bench): readonly PieceId[] {
  if (handledConnector(bench)) return []
  return Array.from(bench.selection.pieces()).filter((id) => !isLifted(id, bench))
}
