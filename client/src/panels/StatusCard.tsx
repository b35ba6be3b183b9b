import { CloudOff } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../controls/Button.tsx'
import { MessageCard } from '../controls/MessageCard.tsx'
import { useSaved, useStatus, useStore, useWatched } from '../model/use-store.ts'
import { frameWords, laterWords, offlineCard, savedWords } from '../words/frame.ts'
import { refusedWords } from '../words/refused.ts'

/** No link to the server: what that means for one's work. Once read it leaves the word to the top bar. */
export function StatusCard() {
  const status = useStatus()
  const saved = useSaved()
  const keeps = useWatched(useStore().keeps)
  // The spell of being offline that was read about; the next one is told anew.
  const [read, setRead] = useState<typeof status | null>(null)
  if (status.state !== 'offline' && status.state !== 'later') return null
  if (read === status) return null
  return (
    <MessageCard
      title={status.state === 'offline' ? frameWords.offlineTitle : laterWords[status.why].title}
      icon={<CloudOff />}
      actions={
        <Button size="small" onClick={() => setRead(status)}>
          {refusedWords.understood}
        </Button>
      }
    >
      {status.state === 'later'
        ? `${status.reason} ${laterWords[status.why].more}`
        : keeps
          ? offlineCard(saved.state === 'offline' ? saved.kept : 0)
          : savedWords.keepsNothing}
    </MessageCard>
  )
}
