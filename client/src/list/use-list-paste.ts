import type { MomentId } from '@momentous/shared/domain/id'
import { useEffect, useRef } from 'react'
import { useAdding } from '../session/use-adding.ts'
import { isTyping } from '../tools/chord.ts'
import type { NextSpot } from './next-spot.ts'
import { usePutAfter } from './use-put-after.ts'

/** What is pasted while nothing is being typed becomes moments after the row that has the focus, else after the chosen one. */
export function useListPaste(spot: NextSpot, open: boolean): void {
  const adding = useAdding()
  const put = usePutAfter(spot)
  const paste = useRef<(event: ClipboardEvent) => void>(undefined)
  useEffect(() => {
    paste.current = (event) => {
      const { clipboardData, target } = event
      if (event.defaultPrevented || isTyping(target) || clipboardData === null) return
      event.preventDefault()
      const carried = { html: clipboardData.getData('text/html'), plain: clipboardData.getData('text/plain') }
      const row = rowOf(target)
      void import('../tools/paste-in-list.ts').then(({ pasteInList }) =>
        put((after) => pasteInList(carried, after, adding), row),
      )
    }
  })
  useEffect(() => {
    if (!open) return undefined
    const onPaste = (event: ClipboardEvent) => paste.current?.(event)
    document.addEventListener('paste', onPaste)
    return () => document.removeEventListener('paste', onPaste)
  }, [open])
}

function rowOf(target: EventTarget | null): MomentId | null {
  if (!(target instanceof HTMLElement)) return null
  const row = target.closest<HTMLElement>('.list-main [data-moment]')?.dataset['moment']
  return (row as MomentId | undefined) ?? null
}
