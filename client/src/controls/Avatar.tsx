import { andMore } from '../words/controls.ts'
import { initials } from './initials.ts'
import './avatar.css'

export interface AvatarProps {
  readonly name: string
  readonly size?: 'small' | 'regular'
}

/** Initials in ink: people have no colour. Decoration: the name stands or is read beside it. */
export function Avatar({ name, size = 'regular' }: AvatarProps) {
  return (
    <span className={`avatar avatar-${size}`} aria-hidden="true">
      {initials(name)}
    </span>
  )
}

export interface AvatarStackProps {
  readonly names: readonly string[]
  readonly most?: number
}

export function AvatarStack({ names, most = 3 }: AvatarStackProps) {
  const shown = names.length > most + 1 ? names.slice(0, most) : names
  const rest = names.length - shown.length
  return (
    <span className="avatar-stack">
      {shown.map((name, at) => (
        <Avatar key={`${name}-${at}`} name={name} size="small" />
      ))}
      {rest > 0 && (
        <span className="avatar avatar-small t-figures" aria-hidden="true">
          +{rest}
        </span>
      )}
      <span className="unseen">
        {shown.join(', ')}
        {rest > 0 && ` ${andMore(rest)}`}
      </span>
    </span>
  )
}
