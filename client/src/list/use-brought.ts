import type { MomentId } from '@momentous/shared/domain/id'
import { useEffect, useState } from 'react'
import { useAnnouncer } from '../controls/LiveRegion.tsx'
import { useStore } from '../model/use-store.ts'
import { facilitatorName } from '../session/people-facts.ts'
import { broughtBy, frameWords } from '../words/frame.ts'

/** Where the facilitator asked everybody to look; another object for every time. */
export interface Brought {
  readonly moment: MomentId | null
}

/** Goes to the moment that the facilitator brings everybody to, or somebody asks for, without taking the focus from a field. */
export function useBrought(): readonly [Brought | null, (where: Brought) => void] {
  const store = useStore()
  const { sayNow } = useAnnouncer()
  const [brought, setBrought] = useState<Brought | null>(null)
  useEffect(
    () =>
      store.hear('bring', ({ moment }) => {
        setBrought({ moment })
        sayNow(broughtBy(facilitatorName(store.people.get().people) || frameWords.facilitator))
      }),
    [store, sayNow],
  )
  useEffect(() => {
    if (brought?.moment === null || brought === null) return undefined
    const row = document.querySelector<HTMLElement>(`.list-main [data-moment="${brought.moment}"]`)
    if (row === null) return undefined
    row.scrollIntoView({ block: 'center', behavior: 'smooth' })
    row.classList.add('list-brought')
    const timer = setTimeout(() => row.classList.remove('list-brought'), 2000)
    return () => clearTimeout(timer)
  }, [brought])
  return [brought, setBrought]
}
