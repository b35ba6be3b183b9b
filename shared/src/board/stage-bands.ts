import type { MomentId } from '../domain/id.ts'
import type { Moment } from '../domain/moment.ts'
import type { Stage } from '../domain/stage.ts'
import { compareOrder } from './order.ts'
import { timeline } from './timeline.ts'

/** One stage of the timeline with the moments that stand under it, in their order; null for what comes before the first. */
export interface StageBand {
  readonly stage: Stage | null
  readonly moments: readonly MomentId[]
  /** How many moments of the timeline come before it. */
  readonly first: number
}

/**
 * Which moments of the timeline stand under which stage, in the order of the line. A stage without moments has a band of
 * none; without any stage there is one band of all moments, and of an empty board none.
 */
export function stageBands(moments: Iterable<Moment>, stages: Iterable<Stage>): readonly StageBand[] {
  const line = timeline(moments)
  const dividers = [...stages].filter(({ removed }) => !removed).toSorted(compareOrder)
  const bands: StageBand[] = []
  let at = 0
  for (const stage of [null, ...dividers]) {
    const next = dividers[stage === null ? 0 : dividers.indexOf(stage) + 1]
    const first = at
    for (let moment = line[at]; moment !== undefined; moment = line[++at]) {
      if (next !== undefined && compareOrder(moment, next) > 0) break
    }
    const under = line.slice(first, at).map(({ id }) => id)
    if (stage !== null || under.length > 0) bands.push({ stage, moments: under, first })
  }
  return bands
}
