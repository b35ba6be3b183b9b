import { CardRegion } from '../controls/MessageCard.tsx'
import { useOffered } from '../model/use-store.ts'
import { refusedWords } from '../words/refused.ts'
import { DraftCard } from './DraftCard.tsx'
import { DeletionCard } from '../session/DeletionCard.tsx'
import { FullCard } from '../session/FullCard.tsx'
import { OfferedCard } from '../session/OfferedCard.tsx'
import { RemarkCard } from '../session/RemarkCard.tsx'
import { StatusCard } from './StatusCard.tsx'

/** The others come up as these are answered. */
const AT_ONCE = 2

/** What happened to one's own work, at the bottom centre, above the tray. */
export function Cards() {
  const offered = useOffered()
  return (
    <CardRegion label={refusedWords.region}>
      <StatusCard />
      <DeletionCard />
      <FullCard />
      {offered.slice(0, AT_ONCE).map((offer, at) => (
        <OfferedCard key={offer.id} offer={offer} first={at === 0} />
      ))}
      <DraftCard />
      <RemarkCard />
    </CardRegion>
  )
}
