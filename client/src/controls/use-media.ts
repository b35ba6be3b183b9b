import { useCallback, useSyncExternalStore } from 'react'

/** Where the list comes first: under 700 px, and on touch screens under 900 px. */
export const PHONE = '(max-width: 699.98px), (pointer: coarse) and (max-width: 899.98px)'
/** Where fingers do what elsewhere a mouse does. */
export const TOUCH = '(pointer: coarse)'
/** Where the steps fold to "3 of 7 Choose" and the minimap goes. */
export const NARROW = '(max-width: 1099.98px)'
/** Where the wall has room for little else: a phone held upright, or on its side. */
export const SMALL = '(max-width: 699.98px), (max-height: 499.98px)'

export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const media = matchMedia(query)
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    [query],
  )
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches)
}

export function useMediaPhone(): boolean {
  return useMedia(PHONE)
}
