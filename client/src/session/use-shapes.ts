import type { Shape } from '@momentous/shared/domain/shape'
import { useMemo } from 'react'
import { isBlank } from '@momentous/shared/scene/shape-layout'
import { readingOrder } from '../model/shape-order.ts'
import { useStore, useWatched } from '../model/use-store.ts'
import { derive, sameList } from '../model/watched.ts'

function useShapes(choose: (all: readonly Shape[]) => readonly Shape[]): readonly Shape[] {
  const { shapes } = useStore().records
  const source = useMemo(() => {
    const subscribe = (listener: () => void) => shapes.subscribeChanges(() => listener())
    return derive([{ subscribe }], () => choose(shapes.all()), sameList)
  }, [shapes, choose])
  return useWatched(source)
}

// A free text in which nothing was ever written is nothing to take back.
const removed = (all: readonly Shape[]) =>
  all.filter((shape) => shape.removed && !(shape.kind === 'text' && isBlank(shape.words)))

/** Shapes that were taken off the wall. */
export const useShapeBin = (): readonly Shape[] => useShapes(removed)

/** What can be read of the shapes on the wall, in the order of reading. */
export const useShapesToRead = (): readonly Shape[] => useShapes(readingOrder)
