import type { Channel } from '@momentous/shared/domain/contact-type'
import { coverageHint } from '@momentous/shared/priorities/coverage'
import { X } from 'lucide-react'
import { useState } from 'react'
import { IconButton } from '../controls/IconButton.tsx'
import { TextButton } from '../controls/TextButton.tsx'
import { useActor } from '../model/use-store.ts'
import { useTimeline } from '../session/use-timeline.ts'
import { postWords } from '../words/post.ts'

export interface CoverageLineProps {
  /** The next moment starts with this contact type. */
  readonly onAddOne: (channel: Channel) => void
}

/** "Nothing by post yet. Is that right?" Whoever hides it sees it again only when it asks for something else. */
export function CoverageLine({ onAddOne }: CoverageLineProps) {
  const line = useTimeline()
  const { role } = useActor()
  const [hidden, setHidden] = useState<string | null>(null)
  const hint = coverageHint(line)
  const first = hint?.channels[0]
  if (hint === null || first === undefined || hint.text === hidden || role === 'observer') return null
  return (
    <div className="coverage-line">
      <p>
        {hint.text} <TextButton onClick={() => onAddOne(first)}>{postWords.addOne}</TextButton>
      </p>
      <IconButton label={postWords.dismiss} icon={<X />} onClick={() => setHidden(hint.text)} />
    </div>
  )
}
