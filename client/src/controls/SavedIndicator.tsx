import { Check, CloudOff, Loader, TriangleAlert } from 'lucide-react'
import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { savedWords } from '../words/frame.ts'
import { placeBeside } from './place-beside.ts'
import './saved-indicator.css'

export type SavedState =
  | { readonly state: 'saved' }
  | { readonly state: 'saving' }
  | { readonly state: 'offline'; readonly kept: number }
  | { readonly state: 'not-saved' }

export interface SavedIndicatorProps {
  readonly saved: SavedState
  /** Something is wrong that the state alone doesn't tell. */
  readonly warns?: boolean
  /** What it means and what to do: shown on a press. */
  readonly details: () => ReactNode
}

/** Only what needs attention has colour. It says what it is told and nothing else; pressed, what that means. */
export function SavedIndicator({ saved, warns = false, details }: SavedIndicatorProps) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const layer = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  const { icon, words } = looks[saved.state]
  useEffect(() => {
    // Only now the words are in it, and it has its size.
    if (open && layer.current && button.current)
      placeBeside(layer.current, button.current.getBoundingClientRect(), 'below', 'start')
  }, [open])
  return (
    <>
      <button
        ref={button}
        type="button"
        className={`saved-indicator saved-indicator-${saved.state}`}
        popoverTarget={id}
        aria-expanded={open}
      >
        {icon}
        <span className="saved-indicator-words">
          {saved.state === 'offline' ? savedWords.offline(saved.kept) : words}
        </span>
        {warns && saved.state === 'saved' && <TriangleAlert className="saved-indicator-warns" />}
      </button>
      <div
        ref={layer}
        id={id}
        className="saved-details"
        role="group"
        aria-label={words === '' ? savedWords.offline(0) : words}
        popover="auto"
        onToggle={(event) => setOpen(event.newState === 'open')}
      >
        {open && details()}
      </div>
    </>
  )
}

const looks = {
  saved: { icon: <Check />, words: savedWords.saved },
  saving: { icon: <Loader />, words: savedWords.saving },
  offline: { icon: <CloudOff />, words: '' },
  'not-saved': { icon: <TriangleAlert />, words: savedWords.notSaved },
}
