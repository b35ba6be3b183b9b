import { noteFontReady } from '../canvas/paint-type.ts'
import { PHONE } from '../controls/use-media.ts'
import type { Identity } from '../model/identity.ts'
import { routeOf } from './route.ts'

/** Asks at once for what the page of this address is made of; else each part would ask for the next one when it is here. */
export function fetchAhead(identity: Identity): void {
  const route = routeOf(new URL(location.href))
  if (route.page === 'home') return
  const parts: Promise<unknown>[] = [import('./BoardDoor.tsx')]
  if (identity.find(route.id, route.token)?.seat) {
    parts.push(import('./BoardPage.tsx'))
    if (matchMedia(PHONE).matches) parts.push(import('./ListScreen.tsx'))
    else parts.push(import('./DeskScreen.tsx'), import('./WallScreen.tsx'))
  }
  // Notes that are measured before their font is here are measured twice.
  void noteFontReady()
  // What can't be fetched is asked for again where it is needed, which says so.
  for (const part of parts) part.catch(() => undefined)
}
