import { useRef, type ClipboardEvent, type FormEvent, type KeyboardEvent, type ReactNode } from 'react'
import { Button } from '../controls/Button.tsx'
import { TextArea } from '../controls/TextArea.tsx'
import { carriedBy, type Carried } from '../model/carried.ts'

export interface ComposerProps {
  /** Read aloud; the placeholder shows what to type. */
  readonly label: string
  readonly placeholder: string
  readonly text: string
  readonly onText: (text: string) => void
  readonly onSend: (text: string) => void
  /** Several lines or notes that were pasted into an empty field; true when they were taken. */
  readonly onPasteLines?: (carried: Carried) => boolean
  readonly sendWords: ReactNode
  readonly maxLength: number
  /** Why nothing can be sent now; what was typed stays. */
  readonly refusal?: string | null | undefined
  /** Something else on the screen is the next thing to do. */
  readonly quiet?: boolean
}

/** The field above the keyboard: Enter sends and keeps the focus, so that one thing follows the other. */
export function Composer(props: ComposerProps) {
  const { label, placeholder, text, onText, onSend, onPasteLines, sendWords, maxLength, refusal, quiet } = props
  const form = useRef<HTMLFormElement>(null)

  const send = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() !== '' && !refusal) onSend(text)
    form.current?.querySelector('textarea')?.focus()
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) send(event)
  }
  const onPaste = (event: ClipboardEvent) => {
    if (text.trim() === '' && onPasteLines?.(carriedBy(event.clipboardData))) event.preventDefault()
  }

  return (
    <form ref={form} className="composer" onSubmit={send}>
      <TextArea
        label={label}
        bare
        rows={1}
        value={text}
        onChange={onText}
        onKeyDown={onKey}
        onPaste={onPaste}
        placeholder={placeholder}
        maxLength={maxLength}
        enterKeyHint="send"
        data-composer
        autoComplete="off"
      />
      {/* A press must not take the focus, else the keyboard goes down after every moment. */}
      <Button
        type="submit"
        look={quiet ? 'secondary' : 'primary'}
        refusal={refusal}
        onPointerDown={(event) => event.preventDefault()}
      >
        {sendWords}
      </Button>
    </form>
  )
}
