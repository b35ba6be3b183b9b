import { CardRegion } from '../controls/MessageCard.tsx'
import { useOffered } from '../model/use-store.ts'
import { refusedWords } from '../words/refused.ts'
import { OfferedCard } from './OfferedCard.tsx'
import { RemarkCard } from './RemarkCard.tsx'
import { StatusCard } from './StatusCard.tsx'

/** What happened to one's own work, at the bottom centre, above the tray. */
export function Cards() {
  const offered = useOffered()
  return (
    <CardRegion label={refusedWords.region}>
      <StatusCard />
      {offered.map((offer, at) => (
        <OfferedCard key={offer.id} offer={offer} first={at === 0} />
      ))}
      <RemarkCard />
    </CardRegion>
  )
}
