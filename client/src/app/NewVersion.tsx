import { RefreshCw } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '../controls/Button.tsx'
import { useAnnouncer } from '../controls/LiveRegion.tsx'
import { MessageCard } from '../controls/MessageCard.tsx'
import { useShell } from '../model/use-shell.ts'
import { newVersionWords } from '../words/trouble.ts'
import { useCalm } from './use-calm.ts'
import './new-version.css'

/** Offers the new version once the hands are at rest, at the edge, and takes no focus. "Later" lasts until the next load. */
export function NewVersion() {
  const shell = useShell()
  const [later, setLater] = useState(false)
  const shown = useCalm() && !later
  const { say } = useAnnouncer()
  useEffect(() => {
    if (shown) say(newVersionWords.title)
  }, [shown, say])
  if (!shown) return null
  return (
    <aside className="new-version" aria-label={newVersionWords.region}>
      <MessageCard
        title={newVersionWords.title}
        icon={<RefreshCw />}
        actions={
          <>
            <Button onClick={() => shell.reload()}>{newVersionWords.reload}</Button>
            <Button look="tertiary" onClick={() => setLater(true)}>
              {newVersionWords.later}
            </Button>
          </>
        }
      >
        {newVersionWords.lead}
      </MessageCard>
    </aside>
  )
}
