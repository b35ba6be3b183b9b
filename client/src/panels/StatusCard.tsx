import { CloudOff } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../controls/Button.tsx'
import { MessageCard } from '../controls/MessageCard.tsx'
import { useNoLink, type NoLink } from '../session/use-no-link.ts'
import { offlineCard } from '../words/frame.ts'
import { refusedWords } from '../words/refused.ts'

/** No link to the server: what that means for one's work. Once read it leaves the word to the top bar. */
export function StatusCard() {
  const noLink = useNoLink(offlineCard)
  // The spell that was read about; the next one is told anew.
  const [read, setRead] = useState<NoLink['spell'] | null>(null)
  if (noLink === null || noLink.spell === read) return null
  return (
    <MessageCard
      slim
      title={noLink.title}
      icon={<CloudOff />}
      actions={
        <Button size="small" onClick={() => setRead(noLink.spell)}>
          {refusedWords.understood}
        </Button>
      }
    >
      {noLink.words}
    </MessageCard>
  )
}
