import type { RuleId } from './rule-id.ts'

/** The answer of a rule: allowed, or refused with a sentence that a facilitator could act on. */
export type Ruling =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly rule: RuleId; readonly reason: string }

export const allowed: Ruling = Object.freeze({ allowed: true })

export type RefusedRuling = Extract<Ruling, { readonly allowed: false }>

export function refused(rule: RuleId, reason: string): RefusedRuling {
  return { allowed: false, rule, reason }
}

/** The first refusal of several rulings, else allowed. Later checks run only while the earlier ones allow. */
export function all(...checks: readonly (() => Ruling)[]): Ruling {
  for (const check of checks) {
    const ruling = check()
    if (!ruling.allowed) return ruling
  }
  return allowed
}
