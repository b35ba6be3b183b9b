import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { Field, type FieldFrame } from './Field.tsx'
import './select.css'

type Native = Omit<ComponentProps<'select'>, 'className' | 'id' | 'value' | 'onChange' | 'size' | 'children'>

export interface SelectProps<Value extends string> extends FieldFrame, Native {
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  /** A round chip among words instead of a field: "Goes in after [4 Walks in]". */
  readonly chip?: boolean
}

/** The device's own list: the best one there is on a phone. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, aside, hint, trouble, bare, size, value, onChange, options, chip, ...rest } = props
  const frame: FieldFrame = { label, aside, hint, trouble, ...(bare && { bare }), ...(size && { size }) }
  const choose = (chosen: string) => {
    const option = options.find((each) => each.value === chosen)
    if (option) onChange(option.value)
  }
  return (
    <Field frame={frame}>
      {(ids) => (
        <span className={chip ? 'select select-chip' : 'select'}>
          <select
            {...rest}
            {...ids}
            className={chip ? 'select-chip-input' : 'field-input select-input'}
            value={value}
            onChange={(event) => choose(event.target.value)}
          >
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <ChevronDown className="select-arrow" />
        </span>
      )}
    </Field>
  )
}
