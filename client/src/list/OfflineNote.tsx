import { CloudOff } from 'lucide-react'
import { MessageCard } from '../controls/MessageCard.tsx'
import { useSaved, useStatus, useStore, useWatched } from '../model/use-store.ts'
import { frameWords, laterWords, savedWords } from '../words/frame.ts'
import { keptOnPhone } from '../words/list.ts'

/** No link to the server: what that means for one's work. It lies in the page, over nothing. */
export function OfflineNote() {
  const status = useStatus()
  const saved = useSaved()
  const keeps = useWatched(useStore().keeps)
  if (status.state !== 'offline' && status.state !== 'later') return null
  const offline = keeps ? keptOnPhone(saved.state === 'offline' ? saved.kept : 0) : savedWords.keepsNothing
  const [title, words] =
    status.state === 'offline'
      ? [frameWords.offlineTitle, offline]
      : [laterWords[status.why].title, `${status.reason} ${laterWords[status.why].more}`]
  return (
    <div className="list-offline">
      <MessageCard title={title} icon={<CloudOff />} look="warn">
        {words}
      </MessageCard>
    </div>
  )
}
