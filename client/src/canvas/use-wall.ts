import { useCallback, useRef, useSyncExternalStore } from 'react'
import type { WallChange } from '@momentous/shared/scene/scene-source'
import type { Wall } from '../model/wall.ts'

/**
 * A plain value read from the wall (a string, number, boolean or an object that the wall keeps); renders again only when
 * it differs after a change of these kinds.
 */
export function useWall<Value>(wall: Wall, kinds: readonly WallChange['kind'][], read: (wall: Wall) => Value): Value {
  const wanted = useRef(kinds)
  const subscribe = useCallback(
    (listener: () => void) => wall.subscribe((change) => wanted.current.includes(change.kind) && listener()),
    [wall],
  )
  return useSyncExternalStore(subscribe, () => read(wall))
}
