import type { TemplateId } from '@momentous/shared/board/templates'
import { ArrowRight } from 'lucide-react'
import { useRef, useState, type FormEvent } from 'react'
import { Button } from '../controls/Button.tsx'
import { lazyPart } from '../controls/lazy-part.ts'
import { PartPlace } from '../controls/PartPlace.tsx'
import { TextButton } from '../controls/TextButton.tsx'
import { TextField } from '../controls/TextField.tsx'
import { createBoard, type NewBoard } from '../model/api.ts'
import { isRefusal } from '../model/http.ts'
import { homeWords } from '../words/home.ts'
import { troubleWords } from '../words/trouble.ts'
import { JoinField } from './JoinField.tsx'
import './start-form.css'

const TITLE_MAX = 120

const WhyField = lazyPart(async () => (await import('./WhyField.tsx')).WhyField)

export interface StartFormProps {
  readonly template: TemplateId
  readonly onCreated: (board: NewBoard, title: string) => void
}

/** One step: a name and Start. The why can come now or in the lobby. */
export function StartForm({ template, onCreated }: StartFormProps) {
  const [title, setTitle] = useState('')
  const [why, setWhy] = useState<string | null>(null)
  const { starting, trouble, start } = useStart(onCreated)
  const field = useRef<HTMLInputElement>(null)

  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (title.trim() === '') field.current?.focus()
    void start({ title: title.trim(), why: why?.trim() ?? '', template })
  }
  return (
    <div className="start-form">
      <form className="start-form-row" onSubmit={onSubmit}>
        <TextField
          ref={field}
          label={homeWords.nameLabel}
          aside={why === null && <TextButton onClick={() => setWhy('')}>{homeWords.addWhy}</TextButton>}
          value={title}
          onChange={setTitle}
          trouble={trouble}
          placeholder={homeWords.nameExample}
          maxLength={TITLE_MAX}
          size="large"
          enterKeyHint="go"
          autoFocus={matchMedia('(pointer: fine)').matches}
        />
        <Button look="primary" size="large" type="submit" iconAfter={<ArrowRight />}>
          {starting ? homeWords.starting : homeWords.start}
        </Button>
        {why !== null && (
          <PartPlace silent>
            <WhyField value={why} onChange={setWhy} />
          </PartPlace>
        )}
      </form>
      <JoinField />
    </div>
  )
}

function useStart(onCreated: StartFormProps['onCreated']) {
  const [starting, setStarting] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const start = async (wishes: { title: string; why: string; template: TemplateId }) => {
    if (starting) return
    if (wishes.title === '') {
      setTrouble(homeWords.nameMissing)
      return
    }
    setStarting(true)
    setTrouble(null)
    const answer = await createBoard(wishes)
    setStarting(false)
    if (isRefusal(answer)) setTrouble(answer.message ?? troubleWords.away)
    else onCreated(answer, wishes.title)
  }
  return { starting, trouble, start }
}
