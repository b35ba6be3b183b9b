import { useRef, useState, type ReactNode } from 'react'

export interface FormCellProps {
  readonly text: string
  /** What a press does, read aloud. */
  readonly name: string
  readonly fixed: boolean
  /** The field that takes the cell's place; `onDone` when it is left. */
  readonly children: (onDone: () => void) => ReactNode
}

/** Words on the sheet that become a field when they are pressed; Escape and leaving end it. */
export function FormCell({ text, name, fixed, children }: FormCellProps) {
  const [editing, setEditing] = useState(false)
  const cell = useRef<HTMLButtonElement>(null)
  if (fixed) return <p className="form-cell-words">{text}</p>
  if (editing) {
    const finish = () => {
      setEditing(false)
      requestAnimationFrame(() => cell.current?.focus())
    }
    return (
      <div className="form-cell-field" onKeyDown={(event) => event.key === 'Escape' && finish()}>
        {children(() => setEditing(false))}
      </div>
    )
  }
  return (
    <button
      ref={cell}
      type="button"
      className="form-cell"
      aria-label={`${name}. ${text}`}
      onClick={() => setEditing(true)}
    >
      {text === '' ? '–' : text}
    </button>
  )
}
