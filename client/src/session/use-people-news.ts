import type { Person } from '@momentous/shared/domain/person'
import { useEffect, useRef } from 'react'
import { useAnnouncer } from '../controls/LiveRegion.tsx'
import { usePeople, useStore } from '../model/use-store.ts'
import { heirSteers } from '../words/frame.ts'
import { joined } from '../words/arrivals.ts'

/** How many came in, politely; and who steers when the one who did has dropped out. */
export function usePeopleNews(): void {
  const store = useStore()
  const { say } = useAnnouncer()
  const { people } = usePeople()
  const before = useRef<readonly Person[] | null>(null)
  useEffect(() => {
    const old = before.current
    before.current = people
    // The first list is who was here already.
    if (old === null || old.length === 0) return
    const here = new Set(old.filter(({ online }) => online).map(({ seat }) => seat))
    const newcomers = people.filter(({ online, seat }) => online && !here.has(seat)).length
    if (newcomers > 0) say({ kind: 'joined', count: newcomers, words: joined })
    const taken = takenOver(old, people)
    if (taken !== null) store.say(taken)
  }, [people, say, store])
}

function takenOver(old: readonly Person[], people: readonly Person[]): string | null {
  const steered = old.filter(({ role }) => role === 'facilitator')
  const heir = people.find(
    ({ seat, role }) =>
      role === 'facilitator' && old.some((each) => each.seat === seat && each.heir && each.role !== role),
  )
  const gone = steered.find(({ seat }) => people.every((each) => each.seat !== seat || !each.online))
  return heir === undefined || gone === undefined ? null : heirSteers(gone.name, heir.name)
}
