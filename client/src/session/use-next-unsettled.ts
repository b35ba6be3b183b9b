import type { MomentId } from '@momentous/shared/domain/id'
import { usePriorities } from '../model/use-store.ts'
import { useGrades } from './use-grades.ts'

/** The priority that comes next and has no grade of the team yet; after the last one, from the first again. */
export function useNextUnsettled(moment: MomentId): MomentId | null {
  const priorities = usePriorities()
  const settled = new Map(useGrades().map((grade) => [grade.moment, grade.settled]))
  const at = priorities.indexOf(moment)
  const others = [...priorities.slice(at + 1), ...priorities.slice(0, Math.max(0, at))]
  return others.find((id) => (settled.get(id) ?? null) === null) ?? null
}
