import { lazy, Suspense } from 'react'
import type { LeftWordsProps } from './LeftWordsCard.tsx'

const Card = lazy(async () => ({ default: (await import('./LeftWordsCard.tsx')).LeftWordsCard }))

/** Words that a board never took, at its door; nearly always there are none, and nothing is to be seen. */
export function LeftWords(props: LeftWordsProps) {
  return (
    <Suspense>
      <Card {...props} />
    </Suspense>
  )
}
