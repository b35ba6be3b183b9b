import { useSyncExternalStore } from 'react'
import type { Cell } from './cell.ts'

/** The cell's value; renders again when it changes. */
export function useCell<Value>(source: Pick<Cell<Value>, 'get' | 'subscribe'>): Value {
  return useSyncExternalStore(source.subscribe, source.get)
}
