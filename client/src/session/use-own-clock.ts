import type { Instant } from '@momentous/shared/domain/session'
import { useState } from 'react'
import { useStore } from '../model/use-store.ts'

/** A time of the server on this device's clock, as the two stood to each other when this was first asked. */
export function useOwnClock(at: Instant): number {
  const store = useStore()
  const [ahead] = useState(() => Date.now() - store.now())
  return at + ahead
}
