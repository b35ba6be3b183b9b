import { useId, type ComponentProps, type ReactNode } from 'react'
import { Tip } from './Tip.tsx'
import './button.css'

export type ButtonLook = 'primary' | 'steering' | 'secondary' | 'tertiary'
export type ButtonSize = 'small' | 'regular' | 'large'

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'className' | 'disabled'> {
  readonly look?: ButtonLook
  readonly size?: ButtonSize
  readonly icon?: ReactNode
  readonly iconAfter?: ReactNode
  readonly wide?: boolean
  /** Why it does nothing now, null while it does. The button stays focusable, and its tip says this sentence. */
  readonly refusal?: string | null | undefined
}

/** One filled button a screen: `primary` is what this person should do next, `steering` moves the whole room. */
export function Button(props: ButtonProps) {
  const {
    look = 'secondary',
    size = 'regular',
    icon,
    iconAfter,
    wide,
    refusal,
    children,
    onClick,
    type,
    ...rest
  } = props
  const tip = useId()
  const off = refusal !== null && refusal !== undefined
  const button = (
    <button
      {...rest}
      type={off ? 'button' : (type ?? 'button')}
      className={`button button-${look} button-${size}${wide ? ' button-wide' : ''}`}
      aria-disabled={off || undefined}
      aria-describedby={off ? tip : rest['aria-describedby']}
      onClick={off ? undefined : onClick}
    >
      {icon}
      {children !== undefined && <span className="button-words">{children}</span>}
      {iconAfter}
    </button>
  )
  if (refusal === undefined) return button
  // Also while nothing is refused: with another parent it would be another button, and lose the focus.
  return (
    <Tip words={refusal} id={tip} wide={wide} onPress>
      {button}
    </Tip>
  )
}
