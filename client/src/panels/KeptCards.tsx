import { useOffered } from '../model/use-store.ts'
import { DeletionCard } from '../session/DeletionCard.tsx'
import { FullCard } from '../session/FullCard.tsx'
import { OfferedCard } from '../session/OfferedCard.tsx'
import { DraftCard } from './DraftCard.tsx'

/** The others come up as these are answered. */
const AT_ONCE = 2

/** Cards that stay until they are answered. */
export function KeptCards() {
  const offered = useOffered()
  return (
    <>
      <DeletionCard />
      <FullCard />
      {offered.slice(0, AT_ONCE).map((offer, at) => (
        <OfferedCard key={offer.id} offer={offer} first={at === 0} />
      ))}
      <DraftCard />
    </>
  )
}
