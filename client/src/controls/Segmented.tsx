import type { Ranking } from '@momentous/shared/domain/assessment'
import { useId, type ReactNode } from 'react'
import './segmented.css'

export interface Segment<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly icon?: ReactNode
  /** Takes the ranking's own colour when chosen. */
  readonly ranking?: Ranking
}

export interface SegmentedProps<Value extends string> {
  /** Read aloud; shown too unless `bare`. */
  readonly label: string
  readonly bare?: boolean
  readonly segments: readonly Segment<Value>[]
  /** Null while nothing is chosen. */
  readonly value: Value | null
  readonly onChange: (value: Value) => void
  readonly column?: boolean
  readonly size?: 'regular' | 'large'
}

/** One of a few, side by side: radio buttons underneath, so arrows and a screen reader know them. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const { label, bare, segments, value, onChange, column, size = 'regular' } = props
  const group = useId()
  return (
    <fieldset className="segmented-group">
      <legend className={bare ? 'unseen' : 'segmented-legend'}>{label}</legend>
      <div className={`segmented segmented-${size}${column ? ' segmented-column' : ''}`}>
        {segments.map((segment) => (
          <label key={segment.value} className="segmented-part" data-ranking={segment.ranking}>
            <input
              type="radio"
              className="unseen"
              name={group}
              value={segment.value}
              checked={segment.value === value}
              onChange={() => onChange(segment.value)}
            />
            {segment.icon}
            <span>{segment.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
