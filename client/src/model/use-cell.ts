import { useSyncExternalStore } from 'react'
import type { Cell } from './cell.ts'

/** The cell's value; renders again when it changes. */
export function useCell<Value>(source: Cell<Value>): Value {
  return useSyncExternalStore(source.subscribe, source.get)
}
