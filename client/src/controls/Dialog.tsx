import { X } from 'lucide-react'
import { useEffect, useId, useRef, type ReactNode } from 'react'
import { controlWords } from '../words/controls.ts'
import { IconButton } from './IconButton.tsx'
import './dialog.css'

export interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  /** Buttons at the bottom, the primary one last. */
  readonly foot?: ReactNode
  readonly size?: 'small' | 'regular' | 'large' | 'wide'
  /** `sheet` stands at the right edge and fills a phone. */
  readonly form?: 'card' | 'sheet'
}

/**
 * Mounted means open. The browser's own dialog keeps the focus inside and gives it back; Escape, the cross and a
 * press beside it close. `data-first` on a child takes the focus.
 */
export function Dialog({ title, onClose, children, foot, size = 'regular', form = 'card' }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => {
    const shown = dialog.current
    if (!shown) return undefined
    const before = document.activeElement
    shown.showModal()
    const first = shown.querySelector<HTMLElement>('[data-first]') ?? shown
    first.focus()
    return () => {
      shown.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])

  return (
    <dialog
      ref={dialog}
      className={`dialog dialog-${form} dialog-${size}`}
      aria-labelledby={heading}
      tabIndex={-1}
      onCancel={(event) => {
        event.preventDefault()
        if (event.target === event.currentTarget) onClose()
      }}
      onPointerDown={(event) => event.target === dialog.current && onClose()}
    >
      <div className="dialog-box">
        <div className="dialog-head">
          <h2 className="t-h3" id={heading}>
            {title}
          </h2>
          <IconButton label={controlWords.close} icon={<X />} onClick={onClose} />
        </div>
        <div className="dialog-body">{children}</div>
        {foot !== undefined && <div className="dialog-foot">{foot}</div>}
      </div>
    </dialog>
  )
}
