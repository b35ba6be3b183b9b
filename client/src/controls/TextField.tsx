import type { ComponentProps } from 'react'
import { Field, type FieldFrame } from './Field.tsx'

type Native = Omit<ComponentProps<'input'>, 'className' | 'id' | 'value' | 'onChange' | 'size'>

export interface TextFieldProps extends FieldFrame, Native {
  readonly value: string
  readonly onChange: (value: string) => void
}

export function TextField(props: TextFieldProps) {
  const { label, aside, hint, trouble, bare, size, value, onChange, ...rest } = props
  const frame: FieldFrame = { label, aside, hint, trouble, ...(bare && { bare }), ...(size && { size }) }
  return (
    <Field frame={frame}>
      {(ids) => (
        <input
          type="text"
          autoComplete="off"
          {...rest}
          {...ids}
          className="field-input"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
