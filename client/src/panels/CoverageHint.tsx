import type { Channel } from '@momentous/shared/domain/contact-type'
import { coverageHint } from '@momentous/shared/priorities/coverage'
import { X } from 'lucide-react'
import { useState } from 'react'
import { IconButton } from '../controls/IconButton.tsx'
import { TextButton } from '../controls/TextButton.tsx'
import { useSettled } from '../controls/use-settled.ts'
import { useDraft } from './use-draft.ts'
import { postWords } from '../words/post.ts'
import { useTimeline } from '../session/use-timeline.ts'
import './coverage-hint.css'

export interface CoverageHintProps {
  /** The next note starts with this contact type. */
  readonly onAddOne: (channel: Channel) => void
}

/** To look through more words than these takes a moment that the first picture of the wall shouldn't wait for. */
const MANY = 500

/** "Nothing by post yet. Is that right?" Whoever hides it sees it again only when it asks for something else. */
export function CoverageHint({ onAddOne }: CoverageHintProps) {
  const moments = useTimeline()
  const { channel } = useDraft()
  const [hidden, setHidden] = useState<string | null>(null)
  const settled = useSettled()
  const hint = settled || moments.length < MANY ? coverageHint(moments) : null
  const first = hint?.channels[0]
  if (hint === null || first === undefined || hint.text === hidden || channel !== null) return null
  const addOne = () => {
    onAddOne(first)
    document.querySelector<HTMLElement>('[data-composer]')?.focus()
  }
  return (
    <div className="coverage-hint">
      <p>
        {hint.text} <TextButton onClick={addOne}>{postWords.addOne}</TextButton>
      </p>
      <IconButton label={postWords.dismiss} icon={<X />} onClick={() => setHidden(hint.text)} />
    </div>
  )
}
