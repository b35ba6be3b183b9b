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
    return moment ? nameOf(moment) : store.view().shape(id)?.words
  }
  return (shape) =>
    shape.kind === 'connector'
      ? connectorName(shape, wordsOfEnd(shape.from, wordsOf), wordsOfEnd(shape.to, wordsOf))
      : shapeName(shape)
}
