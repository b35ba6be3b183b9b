import { Eye } from 'lucide-react'
import { Chip } from '../controls/Chip.tsx'
import { Tip } from '../controls/Tip.tsx'
import { useActor, usePeople } from '../model/use-store.ts'
import { frameWords, observerOf } from '../words/frame.ts'
import { facilitatorName } from '../session/people-facts.ts'
import './observer-chip.css'

/** Instead of tools and composers: what this link is for, and whom to ask for another one. */
export function ObserverChip({ floating }: { readonly floating?: boolean }) {
  const { role } = useActor()
  const { people } = usePeople()
  if (role !== 'observer') return null
  const words = observerOf(facilitatorName(people) || frameWords.facilitator)
  return (
    <Tip words={words} side={floating ? 'above' : 'below'} onPress>
      <span className="observer-chip" tabIndex={0} role="note" aria-label={words}>
        <Chip icon={<Eye />} look={floating ? 'surface' : 'quiet'}>
          {frameWords.lookingOn}
        </Chip>
      </span>
    </Tip>
  )
}
