import { useEffect, useRef, useState, type ReactNode } from 'react'
import { controlWords } from '../words/controls.ts'
import { Button, type ButtonLook, type ButtonSize } from './Button.tsx'
import './hold-button.css'

const HOLD_MS = 1000
const AGAIN_MS = 4000

export interface HoldButtonProps {
  readonly children: ReactNode
  readonly onDone: () => void
  readonly look?: Extract<ButtonLook, 'primary' | 'steering'>
  readonly size?: ButtonSize
  readonly iconAfter?: ReactNode
  readonly wide?: boolean
  readonly refusal?: string | null | undefined
}

/** For a step that can't be undone: hold it for a second, or press Enter twice within four. */
export function HoldButton({ children, onDone, look = 'steering', refusal = null, ...rest }: HoldButtonProps) {
  const [holding, setHolding] = useState(false)
  const [armed, setArmed] = useState(false)
  const timer = useRef(0)
  useEffect(() => () => clearTimeout(timer.current), [])

  const settle = () => {
    clearTimeout(timer.current)
    setHolding(false)
    setArmed(false)
  }
  const finish = () => {
    settle()
    onDone()
  }
  const hold = () => {
    settle()
    setHolding(true)
    timer.current = window.setTimeout(finish, HOLD_MS)
  }
  const press = () => {
    if (armed) return finish()
    setArmed(true)
    timer.current = window.setTimeout(settle, AGAIN_MS)
    return undefined
  }

  return (
    <span className={`hold-button${holding ? ' hold-button-holding' : ''}`}>
      <Button
        {...rest}
        look={look}
        refusal={refusal}
        title={refusal === null ? controlWords.holdHint : undefined}
        onPointerDown={(event) => refusal === null && event.button === 0 && hold()}
        onPointerUp={() => holding && settle()}
        onPointerLeave={() => holding && settle()}
        onPointerCancel={settle}
        onContextMenu={(event) => event.preventDefault()}
        onKeyDown={(event) => event.repeat && event.preventDefault()}
        onBlur={settle}
        // A key or a screen reader clicks without a pointer; a pointer has to hold.
        onClick={(event) => event.detail === 0 && press()}
      >
        {armed ? controlWords.pressAgain : children}
      </Button>
      <span role="status" className="unseen">
        {armed ? controlWords.pressAgain : ''}
      </span>
    </span>
  )
}
