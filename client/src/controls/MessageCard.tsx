import type { ReactNode } from 'react'
import './message-card.css'

export interface MessageCardProps {
  readonly title: string
  readonly icon?: ReactNode
  readonly children?: ReactNode
  /** Somebody's own words that must not get lost. */
  readonly kept?: string | null
  readonly actions?: ReactNode
  /** `surface` floats with a shadow, `warn` lies in the page, `ink` is the bell. */
  readonly look?: 'surface' | 'warn' | 'ink' | 'soft'
  /** As low as it can be: it lies over what somebody works on. */
  readonly slim?: boolean
}

/** More characters than stand in the card at once. */
const LONG = 300

/** Something that happened, what it means for one's work, what to do. */
export function MessageCard(props: MessageCardProps) {
  const { title, icon, children, kept = null, actions, look = 'surface', slim = false } = props
  return (
    <section className={`message-card message-card-${look}${slim ? ' message-card-slim' : ''}`}>
      {icon}
      <div className="message-card-body">
        <p className="message-card-title">{title}</p>
        {children !== undefined && <div className="message-card-words">{children}</div>}
        {kept !== null && (
          // What is longer than the card can be scrolled with keys, too.
          <p className="message-card-kept" tabIndex={kept.length > LONG ? 0 : undefined}>
            {kept}
          </p>
        )}
        {actions !== undefined && <div className="message-card-actions">{actions}</div>}
      </div>
    </section>
  )
}

/** Where cards appear: bottom centre, on a phone along the lower edge. They stay until they are answered. */
export function CardRegion({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="card-region" role="region" aria-label={label}>
      {children}
    </div>
  )
}
