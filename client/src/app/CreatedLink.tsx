import { useState, type ReactNode } from 'react'
import { CopyButton } from '../controls/CopyButton.tsx'
import { LinkRow } from '../controls/LinkRow.tsx'
import { createdWords } from '../words/created.ts'

export interface CreatedLinkProps {
  readonly icon: ReactNode
  readonly name: string
  readonly note: string
  readonly link: string
}

/** One link in words, to be copied; where the browser copies nothing, its letters are marked for the hand. */
export function CreatedLink({ icon, name, note, link }: CreatedLinkProps) {
  const [byHand, setByHand] = useState(false)
  const letters = (
    <input ref={(field) => field?.select()} className="created-page-letters" aria-label={name} value={link} readOnly />
  )
  return (
    <LinkRow icon={icon} name={name} note={note} below={byHand && letters}>
      <CopyButton text={link} label={createdWords.copyOf(name)} onFailure={() => setByHand(true)}>
        {createdWords.copy}
      </CopyButton>
    </LinkRow>
  )
}
