import { ruleIds } from '@momentous/shared/rules/rule-id'
import { counters, timings, type CounterName, type Metrics, type TimingName } from './metrics.ts'
import { exposed, type Family } from './exposition.ts'

/** Upper ends of the classes that times are sorted into, in milliseconds. */
const bounds = [0.5, 1, 2.5, 5, 10, 25, 50, 100, 250, 500, 1000, 2500] as const

/** Keeps what the parts of one server say, and tells it in one piece. */
export interface Ledger extends Metrics {
  families(): readonly Family[]
}

interface Timing {
  /** How many were at most that long; the last class has no end. */
  readonly classes: number[]
  sum: number
}

export function createLedger(): Ledger {
  const counts = new Map<CounterName, number>()
  const refusals = new Map<string, number>([...ruleIds, OTHER].map((rule) => [rule, 0]))
  const times = new Map<TimingName, Timing>()
  for (const name of keysOf(timings)) times.set(name, { classes: [...bounds.map(() => 0), 0], sum: 0 })

  return {
    add: (counter, by) => void counts.set(counter, (counts.get(counter) ?? 0) + by),
    refused(rule) {
      const known = refusals.has(rule) ? rule : OTHER
      refusals.set(known, (refusals.get(known) ?? 0) + 1)
    },
    took(name, milliseconds) {
      const timing = times.get(name)
      if (timing === undefined) return
      const found = bounds.findIndex((bound) => milliseconds <= bound)
      const at = found === -1 ? bounds.length : found
      timing.classes[at] = (timing.classes[at] ?? 0) + 1
      timing.sum += milliseconds
    },
    families: () => [
      ...keysOf(counters).map((name) => exposed(counters[name], 'counter', [{ value: counts.get(name) ?? 0 }])),
      exposed(
        ['momentous_refusals_total', 'Changes and commands that a rule refused'],
        'counter',
        [...refusals].map(([rule, value]) => ({ labels: { rule }, value })),
      ),
      ...[...times].map(([name, timing]) => histogram(name, timing)),
    ],
  }
}

const OTHER = 'other'

function histogram(name: TimingName, { classes, sum }: Timing): Family {
  let below = 0
  const ends = [...bounds.map((bound) => String(bound / 1000)), '+Inf']
  const rows = ends.map((le, at) => ({ suffix: '_bucket', labels: { le }, value: (below += classes[at] ?? 0) }))
  const totals = [
    { suffix: '_sum', value: sum / 1000 },
    { suffix: '_count', value: below },
  ]
  return exposed(timings[name], 'histogram', [...rows, ...totals])
}

function keysOf<Key extends string>(table: Readonly<Record<Key, unknown>>): readonly Key[] {
  return Object.keys(table) as Key[]
}
