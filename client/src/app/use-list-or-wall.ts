import { useEffect, useState } from 'react'
import { useMediaPhone } from '../controls/use-media.ts'

export type Mode = 'list' | 'wall'

/** The list where the wall has no room, the wall elsewhere, until this person chooses; `Shift L` changes over. */
export function useListOrWall(): { readonly mode: Mode; readonly choose: (mode: Mode) => void } {
  const fitting: Mode = useMediaPhone() ? 'list' : 'wall'
  const [chosen, choose] = useState<Mode | null>(null)
  const mode = chosen ?? fitting
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target, shiftKey, ctrlKey, metaKey, altKey } = event
      if (event.key.toLowerCase() !== 'l' || !shiftKey || ctrlKey || metaKey || altKey || isTyping(target)) return
      event.preventDefault()
      choose(mode === 'list' ? 'wall' : 'list')
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [mode])
  return { mode, choose }
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [role="dialog"]') !== null
}
