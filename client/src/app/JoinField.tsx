import { useState, type FormEvent } from 'react'
import { Button } from '../controls/Button.tsx'
import { TextButton } from '../controls/TextButton.tsx'
import { TextField } from '../controls/TextField.tsx'
import { homeWords } from '../words/home.ts'
import { go, pastedPath } from './route.ts'
import './join-field.css'

/** For who has a link in a message and not in the address bar. */
export function JoinField() {
  const [pasted, setPasted] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const enter = (words: string) => {
    const path = pastedPath(words)
    if (path === null) setTrouble(homeWords.joinNotALink)
    else go(path)
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    enter(pasted ?? '')
  }
  return (
    <div className="join-field">
      <p className="t-small t-third">
        {homeWords.noAccount}{' '}
        <TextButton onClick={() => setPasted((open) => (open === null ? '' : null))} aria-expanded={pasted !== null}>
          {homeWords.join}
        </TextButton>
      </p>
      {pasted !== null && (
        <form className="join-field-form" onSubmit={onSubmit}>
          <TextField
            label={homeWords.joinLabel}
            value={pasted}
            onChange={(words) => {
              setPasted(words)
              setTrouble(null)
            }}
            trouble={trouble}
            inputMode="url"
            enterKeyHint="go"
            autoFocus
          />
          <Button type="submit">{homeWords.joinGo}</Button>
        </form>
      )}
    </div>
  )
}
