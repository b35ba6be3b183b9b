import type { MomentId } from '@momentous/shared/domain/id'
import { gradesIn } from '@momentous/shared/priorities/spread'
import { Check } from 'lucide-react'
import { Chip } from '../controls/Chip.tsx'
import { useGrade, useProgress } from '../model/use-store.ts'
import { gradedCount, gradesIn as gradesInWords } from '../words/assess.ts'
import { useNews } from './use-news.ts'
import { useTeamSize } from './use-steerer.ts'

/** How many have graded, never who. */
export function useGraded(moment: MomentId): { readonly graded: number; readonly all: number } {
  const grading = useGrade(moment)?.grading ?? null
  const open = useProgress().grades[moment] ?? 0
  const size = useTeamSize()
  const graded = grading?.state === 'revealed' ? gradesIn(grading.spread) : open
  return { graded, all: Math.max(size, graded) }
}

export function GradedChip({ moment }: { readonly moment: MomentId }) {
  const { graded, all } = useGraded(moment)
  useNews('grades', graded, gradesInWords)
  return <Chip icon={<Check />}>{gradedCount(graded, all)}</Chip>
}
