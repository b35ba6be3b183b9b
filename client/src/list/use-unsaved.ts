import { useSyncExternalStore } from 'react'
import { useStore } from '../model/use-store.ts'

/** Is something of this record kept on this device only? Renders again when the answer changes. */
export function useUnsaved(id: string): boolean {
  const { unsaved } = useStore()
  return useSyncExternalStore(unsaved.subscribe, () => unsaved.get().has(id))
}
