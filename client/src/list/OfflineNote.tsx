import { CloudOff } from 'lucide-react'
import { MessageCard } from '../controls/MessageCard.tsx'
import { useNoLink } from '../session/use-no-link.ts'
import { keptOnPhone } from '../words/list.ts'

/** No link to the server: what that means for one's work. It lies in the page, over nothing. */
export function OfflineNote() {
  const noLink = useNoLink(keptOnPhone)
  if (noLink === null) return null
  return (
    <div className="list-offline">
      <MessageCard title={noLink.title} icon={<CloudOff />} look="warn">
        {noLink.words}
      </MessageCard>
    </div>
  )
}
