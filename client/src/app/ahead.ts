import { noteFontReady } from '../canvas/paint-type.ts'
import { PHONE } from '../controls/use-media.ts'
import type { Identity } from '../model/identity.ts'
import type { TakeAhead } from '../model/use-ahead.ts'
import { routeOf } from './route.ts'

/** Asks at once for what the page of this address is made of; else each part would ask for the next one when it is here. */
export function fetchAhead(identity: Identity): TakeAhead {
  const route = routeOf(new URL(location.href))
  if (route.page === 'home') return () => null
  const parts: Promise<unknown>[] = [import('./BoardDoor.tsx')]
  let known: ReturnType<TakeAhead> = null
  const seat = identity.find(route.id, route.token)?.seat
  if (seat) {
    known = import('../model/read-ahead.ts').then(({ readAhead }) => readAhead({ board: route.id, seat: seat.id }))
    parts.push(known, import('./BoardPage.tsx'))
    if (matchMedia(PHONE).matches) parts.push(import('./ListScreen.tsx'))
    else parts.push(import('./DeskScreen.tsx'), import('./WallScreen.tsx'))
  }
  // Notes that are measured before their font is here are measured twice.
  void noteFontReady()
  // What can't be fetched is asked for again where it is needed, which says so.
  for (const part of parts) part.catch(() => undefined)
  return ({ board, seat: own }) => {
    const taken = board === route.id && own === seat?.id ? known : null
    known = null
    return taken
  }
}
