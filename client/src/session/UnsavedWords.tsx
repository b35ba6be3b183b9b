import { Download } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../controls/Button.tsx'
import { CopyButton } from '../controls/CopyButton.tsx'
import { unsavedWords } from '../words/frame.ts'
import { saveFile } from './save-file.ts'
import './unsaved-words.css'

export interface UnsavedWordsProps {
  readonly words: readonly string[]
  /** What else can become of them. */
  readonly children?: ReactNode
}

/** What the server has not taken, in its author's words, to be taken along. */
export function UnsavedWords({ words, children }: UnsavedWordsProps) {
  if (words.length === 0) return null
  const text = words.join('\n')
  const keep = () => saveFile({ name: unsavedWords.fileName, content: new Blob([`${text}\n`], { type: 'text/plain' }) })
  return (
    <div className="unsaved-words">
      <p className="t-label">{unsavedWords.title}</p>
      <ul className="unsaved-words-list" tabIndex={0} aria-label={unsavedWords.title}>
        {words.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
      <div className="unsaved-words-actions">
        <CopyButton text={text} size="small">
          {unsavedWords.copy}
        </CopyButton>
        <Button size="small" icon={<Download />} onClick={keep}>
          {unsavedWords.file}
        </Button>
        {children}
      </div>
    </div>
  )
}
