import type { Phase } from '@momentous/shared/domain/phase'
import type { Instant, Session } from '@momentous/shared/domain/session'
import { limits } from './limits.ts'

/** Which phases ended lately, so that a change typed just before is judged as its author saw it (rules.md, edge 1). */
export interface PhaseHistory {
  /** True when the phase has changed since the last look. */
  note(session: Session, now: Instant): boolean
  /** The phase that somebody who was told of phase number `told` last may still be in; null for the current one. */
  former(told: number | null, now: Instant): Phase | null
}

/** Not what a clock that was set back takes for something to come. */
const isRecent = (at: Instant, now: Instant): boolean => at <= now && now - at <= limits.phaseGrace

export function phaseHistory(first: Session): PhaseHistory {
  let current = { number: first.phaseNumber, phase: first.phase }
  let ended: readonly { readonly number: number; readonly phase: Phase; readonly at: Instant }[] = []
  return {
    note(session, now) {
      if (session.phaseNumber === current.number) return false
      const recent = ended.filter(({ at }) => isRecent(at, now))
      ended = [...recent, { ...current, at: now }]
      current = { number: session.phaseNumber, phase: session.phase }
      return true
    },
    former(told, now) {
      const recent = ended.filter(({ at }) => isRecent(at, now))
      // A stock client doesn't say what it knows; the last change is what it may have missed.
      const found = told === null ? recent.at(-1) : recent.find(({ number }) => number === told)
      return found?.phase ?? null
    },
  }
}
