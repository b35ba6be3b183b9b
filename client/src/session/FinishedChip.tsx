import { Flag } from 'lucide-react'
import { Chip } from '../controls/Chip.tsx'
import { useSession, useStore } from '../model/use-store.ts'
import { finishedWords } from '../words/finish.ts'

/** When the session was finished; nothing before. */
export function FinishedChip() {
  const finished = useSession((session) => session.finished)
  const { now } = useStore()
  if (finished === null) return null
  return <Chip icon={<Flag />}>{finishedWords(finished, now())}</Chip>
}
