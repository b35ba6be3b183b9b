import type { ComponentProps, ReactNode } from 'react'
import type { Side } from './place-beside.ts'
import { Tip } from './Tip.tsx'
import './icon-button.css'

export interface IconButtonProps extends Omit<
  ComponentProps<'button'>,
  'className' | 'disabled' | 'children' | 'aria-label'
> {
  /** Its name, read aloud and shown as the tip. */
  readonly label: string
  readonly icon: ReactNode
  readonly look?: 'plain' | 'edge'
  /** Touch size on every device: the tool rail. */
  readonly large?: boolean
  readonly pressed?: boolean
  readonly shortcut?: string
  readonly tipSide?: Side
  readonly refusal?: string | null | undefined
}

export function IconButton(props: IconButtonProps) {
  const { label, icon, look = 'plain', large, pressed, shortcut, tipSide, refusal, onClick, ...rest } = props
  const off = refusal !== null && refusal !== undefined
  return (
    <Tip words={off ? `${label}. ${refusal}` : label} shortcut={shortcut} side={tipSide} onPress={off}>
      <button
        {...rest}
        type="button"
        className={`icon-button icon-button-${look}${large ? ' icon-button-large' : ''}`}
        aria-label={off ? `${label}. ${refusal}` : label}
        aria-pressed={pressed}
        aria-disabled={off || undefined}
        aria-keyshortcuts={shortcut}
        onClick={off ? undefined : onClick}
      >
        {icon}
        {large && shortcut !== undefined && (
          <span className="icon-button-key" aria-hidden="true">
            {shortcut}
          </span>
        )}
      </button>
    </Tip>
  )
}
