import { CardRegion } from '../controls/MessageCard.tsx'
import { useOffered } from '../model/use-store.ts'
import { DeletionCard } from '../session/DeletionCard.tsx'
import { FullCard } from '../session/FullCard.tsx'
import { OfferedCard } from '../session/OfferedCard.tsx'
import { refusedWords } from '../words/refused.ts'

/** Changes that came too late, with their words, along the lower edge until they are answered. */
export function ListCards() {
  const offered = useOffered()
  return (
    <CardRegion label={refusedWords.region}>
      <DeletionCard />
      <FullCard />
      {offered.map((offer, at) => (
        <OfferedCard key={offer.id} offer={offer} first={at === 0} />
      ))}
    </CardRegion>
  )
}
