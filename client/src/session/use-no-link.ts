import type { Status } from '../model/status.ts'
import { useSaved, useStatus, useStore, useWatched } from '../model/use-store.ts'
import { frameWords, laterWords, savedWords } from '../words/frame.ts'

export interface NoLink {
  readonly title: string
  readonly words: string
  /** Another spell without a link is another one. */
  readonly spell: Status
}

/** What it means for one's work that there is no link to the server; null while there is one. `kept` says what waits. */
export function useNoLink(kept: (changes: number) => string): NoLink | null {
  const status = useStatus()
  const saved = useSaved()
  const keeps = useWatched(useStore().keeps)
  const waits = saved.state === 'offline' ? saved.kept : 0
  if (status.state === 'offline') {
    return { title: frameWords.offlineTitle, words: keeps ? kept(waits) : savedWords.keepsNothing, spell: status }
  }
  if (status.state !== 'later') return null
  const { title, more } = laterWords[status.why]
  const reason = status.why === 'busy' ? status.reason : ''
  const mine = keeps ? savedWords.waits(waits) : savedWords.keepsNothing
  return { title, words: [reason, more, mine].filter((each) => each !== '').join(' '), spell: status }
}
