import { useLayoutEffect, useRef, type ComponentProps } from 'react'
import { Field, type FieldFrame } from './Field.tsx'
import { grow } from './grow.ts'
import './text-area.css'

type Native = Omit<ComponentProps<'textarea'>, 'className' | 'id' | 'value' | 'onChange' | 'ref'>

export interface TextAreaProps extends FieldFrame, Native {
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Several lines; grows with its text and never scrolls inside. */
export function TextArea(props: TextAreaProps) {
  const { label, aside, hint, trouble, bare, size, value, onChange, rows = 2, ...rest } = props
  const frame: FieldFrame = { label, aside, hint, trouble, ...(bare && { bare }), ...(size && { size }) }
  const area = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    if (area.current) grow(area.current)
  }, [value])
  return (
    <Field frame={frame}>
      {(ids) => (
        <textarea
          {...rest}
          {...ids}
          ref={area}
          rows={rows}
          className="field-input text-area"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
