import { CalendarX } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../controls/Button.tsx'
import { MessageCard } from '../controls/MessageCard.tsx'
import { usePeople, useStore } from '../model/use-store.ts'
import { dateAfter } from '../words/date.ts'
import { refusedWords } from '../words/refused.ts'
import { deletionNotice, termsWords } from '../words/terms.ts'

const SOON = 14 * 24 * 60 * 60 * 1000

/** The board goes within two weeks: for everybody, until they have read it. Another day is told anew. */
export function DeletionCard() {
  const store = useStore()
  const { deleteAt } = usePeople().terms
  const [read, setRead] = useState<number | null>(null)
  if (deleteAt === null || deleteAt === read || deleteAt - store.now() > SOON) return null
  return (
    <MessageCard
      title={deletionNotice(dateAfter(deleteAt, 0))}
      icon={<CalendarX />}
      actions={
        <Button size="small" onClick={() => setRead(deleteAt)}>
          {refusedWords.understood}
        </Button>
      }
    >
      {termsWords.noticeMore}
    </MessageCard>
  )
}
