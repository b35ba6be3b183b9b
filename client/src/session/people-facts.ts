import type { SeatId } from '@momentous/shared/domain/id'
import type { Person } from '@momentous/shared/domain/person'
import type { Phase } from '@momentous/shared/domain/phase'
import type { Workplace } from '@momentous/shared/domain/role'

export interface Readiness {
  readonly ready: number
  readonly all: number
  /** There is somebody to wait for, and nobody is left to wait for. */
  readonly everybody: boolean
}

/**
 * Who is waited for: everybody who votes in Choose; elsewhere those who don't steer themselves. While nobody is told to be
 * ready, `counted` says how many are.
 */
export function readiness(people: readonly Person[], phase: Phase, counted?: number): Readiness {
  const asked = people.filter(
    ({ online, role }) => online && (role === 'participant' || (role === 'facilitator' && phase === 'choose')),
  )
  const ready = Math.min(counted ?? asked.filter((person) => person.ready).length, asked.length)
  return { ready, all: asked.length, everybody: asked.length > 0 && ready === asked.length }
}

export function personOf(people: readonly Person[], seat: SeatId): Person | undefined {
  return people.find((person) => person.seat === seat)
}

/** Whom to ask: somebody who steers and is here, else somebody who steers; empty while nobody has a name. */
export function facilitatorName(people: readonly Person[]): string {
  const steering = people.filter(({ role, name }) => role === 'facilitator' && name.trim() !== '')
  return (steering.find(({ online }) => online) ?? steering[0])?.name ?? ''
}

/** Facilitators first, then who is here, then the others; each group as it came. */
export function inOrder(people: readonly Person[]): readonly Person[] {
  const rank = ({ role, online }: Person) =>
    (role === 'facilitator' ? 0 : role === 'participant' ? 1 : 2) + (online ? 0 : 3)
  return people.toSorted((a, b) => rank(a) - rank(b))
}

export function workplaceTally(people: readonly Person[]): Readonly<Record<Workplace, number>> {
  const tally = { 'front-line': 0, office: 0, manager: 0 }
  for (const { workplace } of people) if (workplace !== null) tally[workplace]++
  return tally
}
