import { Check } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import './radio-cards.css'

export interface RadioCard<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly note?: string
  readonly icon?: ReactNode
}

export interface RadioCardsProps<Value extends string> {
  readonly label: ReactNode
  readonly bare?: boolean
  readonly cards: readonly RadioCard<Value>[]
  readonly value: Value | null
  readonly onChange: (value: Value) => void
  /** Where the ring sits: before the words, after them with a tick, or nowhere. */
  readonly ring?: 'before' | 'after' | 'none'
  readonly columns?: 1 | 2
}

/** One of a few, each with a line that explains it. */
export function RadioCards<Value extends string>(props: RadioCardsProps<Value>) {
  const { label, bare, cards, value, onChange, ring = 'before', columns = 1 } = props
  const group = useId()
  return (
    <fieldset>
      <legend className={bare ? 'unseen' : 'radio-cards-legend'}>{label}</legend>
      <div className={`radio-cards radio-cards-${ring}${columns === 2 ? ' radio-cards-pairs' : ''}`}>
        {cards.map((card) => (
          <label key={card.value} className="radio-card">
            <input
              type="radio"
              className="unseen"
              name={group}
              value={card.value}
              checked={card.value === value}
              onChange={() => onChange(card.value)}
            />
            {card.icon}
            <span className="radio-card-words">
              <span className="radio-card-label">{card.label}</span>
              {card.note !== undefined && <span className="radio-card-note">{card.note}</span>}
            </span>
            {ring !== 'none' && (
              <span className="radio-card-ring" aria-hidden="true">
                {ring === 'after' && <Check />}
              </span>
            )}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
