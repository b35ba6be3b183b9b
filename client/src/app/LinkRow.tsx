import { useState, type ReactNode } from 'react'
import { CopyButton } from '../controls/CopyButton.tsx'
import { createdWords } from '../words/created.ts'
import './link-row.css'

export interface LinkRowProps {
  readonly icon: ReactNode
  readonly name: string
  readonly note: string
  readonly link: string
}

/** One link in words, to be copied; where the browser copies nothing, its letters are marked for the hand. */
export function LinkRow({ icon, name, note, link }: LinkRowProps) {
  const [byHand, setByHand] = useState(false)
  return (
    <li className="link-row">
      <span className="link-row-icon" aria-hidden="true">
        {icon}
      </span>
      <div className="link-row-words">
        <p className="t-label">{name}</p>
        <p className="t-small t-second">{note}</p>
        {byHand && (
          <input
            ref={(letters) => letters?.select()}
            className="link-row-letters"
            aria-label={name}
            value={link}
            readOnly
          />
        )}
      </div>
      <CopyButton text={link} label={createdWords.copyOf(name)} onFailure={() => setByHand(true)}>
        {createdWords.copy}
      </CopyButton>
    </li>
  )
}
