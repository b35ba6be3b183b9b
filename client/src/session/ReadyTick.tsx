import { Check } from 'lucide-react'
import { Chip } from '../controls/Chip.tsx'
import { useActor } from '../model/use-store.ts'
import { frameWords, readyCount } from '../words/frame.ts'
import { ReadyButton } from './ReadyButton.tsx'
import { useReadiness } from './use-people.ts'

/** A participant's quiet tick, in phases where something else has the filled button; nothing for anybody else. */
export function ReadyTick() {
  const { role } = useActor()
  if (role !== 'participant') return null
  return <ReadyButton words={frameWords.imReady} backWords={frameWords.notReady} />
}

/** How many said so; unseen until somebody has, because nobody is asked to here. */
export function ReadyChip() {
  const { ready, all } = useReadiness()
  if (ready === 0) return null
  return <Chip icon={<Check />}>{readyCount(ready, all)}</Chip>
}
