import { PackageOpen } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../controls/Button.tsx'
import { MessageCard } from '../controls/MessageCard.tsx'
import { usePeople } from '../model/use-store.ts'
import { refusedWords } from '../words/refused.ts'
import { termsWords } from '../words/terms.ts'

/** The board holds nearly all that it can: for everybody, until they have read it. */
export function FullCard() {
  const { nearlyFull } = usePeople().terms
  const [read, setRead] = useState(false)
  if (nearlyFull !== true || read) return null
  return (
    <MessageCard
      title={termsWords.nearlyFull}
      icon={<PackageOpen />}
      actions={
        <Button size="small" onClick={() => setRead(true)}>
          {refusedWords.understood}
        </Button>
      }
    >
      {termsWords.nearlyFullMore}
    </MessageCard>
  )
}
