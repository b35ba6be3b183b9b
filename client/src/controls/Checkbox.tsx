import { Check } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import './checkbox.css'

export interface CheckboxProps {
  readonly label: ReactNode
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  /** Why it can't be changed now; shown below it. */
  readonly refusal?: string | null | undefined
}

export function Checkbox({ label, checked, onChange, refusal }: CheckboxProps) {
  const why = useId()
  return (
    <label className="checkbox">
      <input
        type="checkbox"
        className="unseen"
        checked={checked}
        aria-disabled={refusal ? true : undefined}
        aria-describedby={refusal ? why : undefined}
        onChange={(event) => !refusal && onChange(event.target.checked)}
      />
      <span className="checkbox-box" aria-hidden="true">
        <Check />
      </span>
      <span>
        {label}
        {refusal && (
          <span className="checkbox-why" id={why}>
            {refusal}
          </span>
        )}
      </span>
    </label>
  )
}
