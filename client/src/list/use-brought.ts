import type { MomentId } from '@momentous/shared/domain/id'
import { useCallback, useEffect, useState } from 'react'
import { useAnnouncer } from '../controls/LiveRegion.tsx'
import { useStore } from '../model/use-store.ts'
import { facilitatorName } from '../session/people-facts.ts'
import { broughtBy, frameWords } from '../words/frame.ts'

/** Where the facilitator asked everybody to look; another object for every time. */
export interface Brought {
  readonly moment: MomentId | null
}

/** Who brought everybody, and the way back to where this person was in the list. */
export interface Call {
  readonly name: string
  readonly back: (() => void) | null
}

/** Goes to the moment that the facilitator brings everybody to, or somebody asks for, without taking the focus from a field. */
export function useBrought(): readonly [Brought | null, (where: Brought) => void, Call | null, () => void] {
  const store = useStore()
  const { sayNow } = useAnnouncer()
  const [brought, setBrought] = useState<Brought | null>(null)
  const [call, setCall] = useState<Call | null>(null)
  const answered = useCallback(() => setCall(null), [])
  useEffect(
    () =>
      store.hear('bring', ({ moment }) => {
        const name = facilitatorName(store.people.get().people) || frameWords.facilitator
        setCall({ name, back: rowOf(moment) === null ? null : wayBack() })
        setBrought({ moment })
        sayNow(broughtBy(name))
      }),
    [store, sayNow],
  )
  useEffect(() => {
    const row = rowOf(brought?.moment ?? null)
    if (row === null) return undefined
    row.scrollIntoView({ block: 'center', behavior: 'smooth' })
    row.classList.add('list-brought')
    const timer = setTimeout(() => row.classList.remove('list-brought'), 2000)
    return () => clearTimeout(timer)
  }, [brought])
  return [brought, setBrought, call, answered]
}

function rowOf(moment: MomentId | null): HTMLElement | null {
  return moment === null ? null : document.querySelector<HTMLElement>(`.list-main [data-moment="${moment}"]`)
}

/** To where the list stands now. */
function wayBack(): (() => void) | null {
  const list = document.querySelector('.list-main')
  if (list === null) return null
  const top = list.scrollTop
  return () => list.scrollTo({ top, behavior: 'smooth' })
}
