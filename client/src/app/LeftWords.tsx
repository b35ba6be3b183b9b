import { lazyPart } from '../controls/lazy-part.ts'
import { PartPlace } from '../controls/PartPlace.tsx'
import { useSettled } from '../controls/use-settled.ts'
import type { LeftWordsProps } from './LeftWordsCard.tsx'

const LeftWordsCard = lazyPart(async () => (await import('./LeftWordsCard.tsx')).LeftWordsCard)

/** Words that a board never took, at its door, once the door stands there; nearly always there are none. */
export function LeftWords(props: LeftWordsProps) {
  if (!useSettled()) return null
  return (
    <PartPlace silent>
      <LeftWordsCard {...props} />
    </PartPlace>
  )
}
