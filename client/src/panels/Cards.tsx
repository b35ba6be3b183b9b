import { lazyPart } from '../controls/lazy-part.ts'
import { CardRegion } from '../controls/MessageCard.tsx'
import { PartPlace } from '../controls/PartPlace.tsx'
import { useSettled } from '../controls/use-settled.ts'
import { RemarkCard } from '../session/RemarkCard.tsx'
import { refusedWords } from '../words/refused.ts'
import { StatusCard } from './StatusCard.tsx'

// The wall is painted before these are asked for; what they show waits until then.
const KeptCards = lazyPart(async () => (await import('./KeptCards.tsx')).KeptCards)

/** What happened to one's own work, at the bottom centre, above the tray. */
export function Cards() {
  const settled = useSettled()
  return (
    <CardRegion label={refusedWords.region}>
      <StatusCard />
      {settled && (
        <PartPlace silent>
          <KeptCards />
        </PartPlace>
      )}
      <RemarkCard />
    </CardRegion>
  )
}
