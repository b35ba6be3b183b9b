import type { PieceId } from '@momentous/shared/domain/piece'
import type { End } from '@momentous/shared/domain/shape'
import { distance, type Point } from '@momentous/shared/scene/geometry'
import type { SceneConnector } from '@momentous/shared/scene/shape-layout'
import { letGo, type Bench } from './bench.ts'
import { goneMeanwhile } from './gone-meanwhile.ts'
import { endAt, heldBy, isSame, pointOf } from './connector.ts'
import type { Contact, ToolState } from './tool.ts'

export type Side = 'from' | 'to'
const other: Readonly<Record<Side, Side>> = { from: 'to', to: 'from' }
const sides: readonly Side[] = ['to', 'from']

/** How far from an end a press still takes it, in px. */
const REACH = { mouse: 12, pen: 12, touch: 22 } as const
/** A press is a pull once it has moved this far. */
const SLIP = 4

/** The only selected piece, if it is a connector whose ends may be pulled now. */
export function handledConnector({ selection, scene, wall, desk }: Bench): SceneConnector | null {
  const [id, ...more] = selection.pieces()
  if (id === undefined || more.length > 0 || desk.writing.get() !== null) return null
  const piece = scene.piece(id)
  if (piece?.kind !== 'connector' || piece.shape.locked) return null
  return wall.check('place-shapes', { places: [{ id: piece.id }] }).allowed ? piece : null
}

export const spotOfEnd = ({ path }: SceneConnector, side: Side): Point => (side === 'from' ? path.start : path.end)

/** The end of the selected connector that is under a press. */
export function connectorEndAt(
  { screen, pointer }: Pick<Contact, 'screen' | 'pointer'>,
  bench: Bench,
): { readonly connector: SceneConnector; readonly side: Side } | null {
  const connector = handledConnector(bench)
  if (!connector) return null
  const near = (side: Side) => distance(bench.camera.toScreen(spotOfEnd(connector, side)), screen)
  const [side] = sides.filter((each) => near(each) <= REACH[pointer]).toSorted((a, b) => near(a) - near(b))
  return side === undefined ? null : { connector, side }
}

/** Puts one end elsewhere, and leaves the other alone: somebody may be pulling that. */
export function putEnd({ id }: Pick<SceneConnector, 'id'>, side: Side, end: End, { wall }: Bench): boolean {
  const shape = wall.shape(id)
  if (shape?.kind !== 'connector' || shape.removed || isSame(shape[other[side]], end)) return false
  return wall.act('place-shapes', { places: [side === 'from' ? { id, from: end } : { id, to: end }] }).allowed
}

/** One end in the hand: over a piece it would hold on to that, elsewhere it stays at the point. */
export function pullingEnd(start: Contact, connector: SceneConnector, side: Side, rest: ToolState): ToolState {
  const fixed = connector.shape[other[side]]
  let pulled = false
  const state: ToolState = {
    on(gesture, bench) {
      const { live } = bench
      if (gesture.type === 'cancel') {
        letGo(live)
        return rest
      }
      if (gesture.type === 'hover' || gesture.type === 'press') return state
      if (goneMeanwhile([connector.id], bench)) return rest
      pulled ||= distance(gesture.screen, start.screen) > SLIP
      const wish = endAt(gesture, bench)
      const end = isSame(fixed, wish) ? pointOf(gesture.at) : wish
      if (gesture.type === 'lift') {
        letGo(live)
        if (pulled) putEnd(connector, side, end, bench)
        return rest
      }
      if (!pulled) return state
      live.shape.set({
        kind: 'connector',
        from: connector.shape.from,
        to: connector.shape.to,
        [side]: end,
        of: connector,
      })
      live.target.set(heldBy(end))
      return state
    },
  }
  return state
}

/** By key: the end holds on to this piece from now on. */
export function attachEnd(id: PieceId, side: Side, to: PieceId, bench: Bench): boolean {
  const piece = bench.scene.piece(id)
  return piece?.kind === 'connector' && putEnd(piece, side, { at: to }, bench)
}

/** By key: the end lets go of what it holds on to, and stays where it is. */
export function detachEnd(side: Side, bench: Bench): boolean {
  const connector = handledConnector(bench)
  if (!connector || heldBy(connector.shape[side]) === null) return false
  return putEnd(connector, side, pointOf(spotOfEnd(connector, side)), bench)
}
