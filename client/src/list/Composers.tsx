import type { LookedAt } from '../session/use-looked-at.ts'
import type { NextSpot } from './next-spot.ts'
import { NextIdea } from './NextIdea.tsx'
import { NextMoment } from './NextMoment.tsx'

export interface ComposersProps {
  readonly looked: LookedAt
  readonly spot: NextSpot
}

/**
 * The fields that words are begun in. They stand outside the phases' screens: when the session moves on, the field that
 * somebody types in stays the same field, with its focus, until the words are sent or cleared.
 */
export function Composers({ looked, spot }: ComposersProps) {
  return (
    <>
      <NextMoment spot={spot} />
      {looked.moment !== null && <NextIdea key={looked.moment} moment={looked.moment} />}
    </>
  )
}
