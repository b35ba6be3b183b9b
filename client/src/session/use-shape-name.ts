import type { MomentId } from '@momentous/shared/domain/id'
import type { PieceId } from '@momentous/shared/domain/piece'
import type { Shape } from '@momentous/shared/domain/shape'
import { wordsOfEnd } from '../model/shape-order.ts'
import { useStore } from '../model/use-store.ts'
import { connectorName, shapeName } from '../words/shapes.ts'
import { nameOf } from './moment-name.ts'

/** What a shape is called in a list; a connector by what it connects. */
export function useShapeName(): (shape: Shape) => string {
  const store = useStore()
  const wordsOf = (id: PieceId) => {
    const moment = store.records.moments.get(id as MomentId)
    const shape = store.view().shape(id)
    // What is in the bin is nothing that it leads to.
    if (moment) return moment.removed ? undefined : nameOf(moment)
    return shape?.removed === false ? shape.words : undefined
  }
  return (shape) =>
    shape.kind === 'connector'
      ? connectorName(shape, wordsOfEnd(shape.from, wordsOf), wordsOfEnd(shape.to, wordsOf))
      : shapeName(shape)
}
