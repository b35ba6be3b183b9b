import { CloudOff } from 'lucide-react'
import { MessageCard } from '../controls/MessageCard.tsx'
import { useSaved, useStatus } from '../model/use-store.ts'
import { frameWords } from '../words/frame.ts'
import { keptOnPhone } from '../words/list.ts'

/** No link to the server: what that means for one's work. It lies in the page, over nothing. */
export function OfflineNote() {
  const status = useStatus()
  const saved = useSaved()
  if (status.state !== 'offline' && status.state !== 'later') return null
  const offline = status.state === 'offline'
  return (
    <div className="list-offline" role="status">
      <MessageCard title={offline ? frameWords.offlineTitle : frameWords.laterTitle} icon={<CloudOff />} look="warn">
        {offline ? keptOnPhone(saved.state === 'offline' ? saved.kept : 0) : status.reason}
      </MessageCard>
    </div>
  )
}
