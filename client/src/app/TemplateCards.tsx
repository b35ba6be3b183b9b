import { templateOrder, templates, type TemplateId } from '@momentous/shared/board/templates'
import { useId } from 'react'
import { homeWords } from '../words/home.ts'
import { TemplatePicture } from './TemplatePicture.tsx'
import './template-cards.css'

export interface TemplateCardsProps {
  readonly value: TemplateId
  readonly onChange: (template: TemplateId) => void
}

/** What the wall begins with. The pictures are drawn from the templates themselves. */
export function TemplateCards({ value, onChange }: TemplateCardsProps) {
  const group = useId()
  return (
    <section className="template-cards" aria-labelledby={group}>
      <header className="template-cards-head">
        <h2 className="t-h4" id={group}>
          {homeWords.startFrom}
        </h2>
        <p className="t-small t-third">{homeWords.changeLater}</p>
      </header>
      <div className="template-cards-row" role="radiogroup" aria-labelledby={group}>
        {templateOrder.map((id) => (
          <label key={id} className="template-card">
            <input
              type="radio"
              className="unseen"
              name={group}
              value={id}
              checked={id === value}
              onChange={() => onChange(id)}
            />
            <TemplatePicture moments={templates[id].moments} />
            <span className="template-card-words">
              <span className="t-label">{templates[id].label}</span>
              <span className="t-small t-second">{templates[id].description}</span>
            </span>
          </label>
        ))}
      </div>
    </section>
  )
}
