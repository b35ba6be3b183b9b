import { Check, Copy } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { controlWords } from '../words/controls.ts'
import { Button, type ButtonLook, type ButtonSize } from './Button.tsx'
import { copyText } from './copy-text.ts'
import { useAnnouncer } from './LiveRegion.tsx'
import './copy-button.css'

const SHOWN_MS = 2500

export interface CopyButtonProps {
  readonly text: string
  readonly children: string
  readonly look?: ButtonLook
  readonly size?: ButtonSize
  /** What it copies, where `children` alone says only "Copy". */
  readonly label?: string
  /** When the browser copies nothing: mark the words, so that a hand can. */
  readonly onFailure?: () => void
}

export function CopyButton({ text, children, label, onFailure, look, size }: CopyButtonProps) {
  const [copied, setCopied] = useState(false)
  const timer = useRef(0)
  const { sayNow } = useAnnouncer()
  useEffect(() => () => clearTimeout(timer.current), [])

  const copy = async (near: HTMLElement) => {
    const done = await copyText(text, near)
    sayNow(done ? controlWords.copied : controlWords.copyByHand)
    if (!done) return onFailure?.()
    setCopied(true)
    clearTimeout(timer.current)
    timer.current = window.setTimeout(() => setCopied(false), SHOWN_MS)
    return undefined
  }

  return (
    <Button
      {...(look && { look })}
      {...(size && { size })}
      icon={copied ? <Check /> : <Copy />}
      aria-label={copied ? undefined : label}
      onClick={(event) => void copy(event.currentTarget)}
    >
      {/* Both words hold the place, so that the button keeps its width. */}
      <span className="copy-button-words">
        <span data-shown={!copied}>{children}</span>
        <span data-shown={copied}>{controlWords.copied}</span>
      </span>
    </Button>
  )
}
