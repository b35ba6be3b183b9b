import './mark.css'

export interface MarkProps {
  readonly size?: number
  /** The product's name beside it. */
  readonly named?: boolean
}

/** A dot lifted over the line of what people expect. */
export function Mark({ size = 30, named }: MarkProps) {
  return (
    <span className="mark">
      <svg width={size} height={size} viewBox="0 0 30 30" aria-hidden="true">
        <rect className="mark-ground" width="30" height="30" rx="8" />
        <path className="mark-line" d="M6.4 20.7h17.2" />
        <circle className="mark-dot" cx="11" cy="20.7" r="2.7" />
        <circle className="mark-moment" cx="18.8" cy="11.6" r="4.3" />
      </svg>
      {named && <span className="mark-name">Momentous</span>}
    </span>
  )
}
