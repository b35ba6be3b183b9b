import { CircleAlert } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import './field.css'

export interface FieldFrame {
  readonly label: string
  /** Small words at the label's right: "for the form". */
  readonly aside?: ReactNode
  readonly hint?: ReactNode
  /** What is wrong and what to do, in one sentence. */
  readonly trouble?: string | null | undefined
  /** The label is read aloud only: the words around the field say it already. */
  readonly bare?: boolean
  readonly size?: 'regular' | 'large'
}

export interface FieldIds {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': boolean | undefined
}

/** Label, aside, hint and trouble around one input; `children` gets the ids that tie them together. */
export function Field({
  frame,
  children,
}: {
  readonly frame: FieldFrame
  readonly children: (ids: FieldIds) => ReactNode
}) {
  const { label, aside, hint, trouble, bare, size = 'regular' } = frame
  const id = useId()
  const below = `${id}-below`
  const told = trouble ?? hint
  return (
    <div className={`field field-${size}`}>
      <div className={bare ? 'unseen' : 'field-head'}>
        <label className="field-label" htmlFor={id}>
          {label}
        </label>
        {aside !== undefined && <span className="field-aside">{aside}</span>}
      </div>
      {children({
        id,
        'aria-describedby': told ? below : undefined,
        'aria-invalid': trouble ? true : undefined,
      })}
      {trouble ? (
        <p className="field-trouble" id={below} role="alert">
          <CircleAlert />
          {trouble}
        </p>
      ) : (
        hint !== undefined && (
          <p className="field-hint" id={below}>
            {hint}
          </p>
        )
      )}
    </div>
  )
}
