import type { Point } from '@momentous/shared/scene/geometry'
import type { SceneConnector } from '@momentous/shared/scene/shape-layout'
import { dividerX, firstAt } from '@momentous/shared/scene/stage-scene'
import type { Pull } from '../model/wall.ts'
import type { Bench, Live, ShapeInHand } from './bench.ts'

type ConnectorInHand = Extract<ShapeInHand, { kind: 'connector' }>
/** A connector of which somebody pulls an end, and how it would be if that were let go now. */
export type PulledConnector = ConnectorInHand & { readonly of: SceneConnector }

/** What this hand pulls that isn't a whole piece: an end of a connector, or the beginning of a stage. */
export function pulledHere({ shape, divider }: Pick<Live, 'shape' | 'divider'>): Pull | null {
  const stage = divider.get()
  if (stage) return { id: stage.stage, part: 'start', at: null, point: { x: dividerX(stage.first), y: 0 } }
  const connector = shape.get()
  if (connector?.kind !== 'connector' || connector.of === null) return null
  const { of, from, to } = connector
  const part = from === of.shape.from ? 'to' : 'from'
  const end = part === 'to' ? to : from
  const { start, end: last } = of.path
  if ('at' in end) return { id: of.id, part, at: end.at, point: part === 'to' ? last : start }
  return { id: of.id, part, at: null, point: pointAt(end.point) }
}

const pointAt = ([x, y]: readonly [number, number]): Point => ({ x, y })

/** Connectors of which others pull an end; what is in one's own hand is one's own. */
export function connectorsPulled({ wall, scene, live }: Bench): readonly PulledConnector[] {
  const shape = live.shape.get()
  const own = shape?.kind === 'connector' ? shape.of?.id : undefined
  return wall.presence.peers().flatMap(({ pull }) => {
    if (pull === null || pull.part === 'start' || pull.id === own) return []
    const of = scene.piece(pull.id)
    if (of?.kind !== 'connector') return []
    const { from, to } = of.shape
    const held = pull.at !== null && scene.piece(pull.at) !== undefined ? pull.at : null
    const end = held === null ? { point: [pull.point.x, pull.point.y] as const } : { at: held }
    return { kind: 'connector', of, from, to, [pull.part]: end }
  })
}

/** So many moments come before the stages that others have in the hand. */
export function dividersPulled({ wall, scene }: Bench): readonly number[] {
  return wall.presence.peers().flatMap(({ pull }) => {
    if (pull?.part !== 'start' || scene.stages().every(({ id }) => id !== pull.id)) return []
    return firstAt(pull.point.x, scene.onTimeline())
  })
}
