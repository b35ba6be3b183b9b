import { useLayoutEffect, useRef, type FocusEvent, type KeyboardEvent, type RefObject } from 'react'
import { isChord, steppedTo } from './menu-keys.ts'

const isChosen = ({ ariaPressed, ariaChecked }: Element) => ariaPressed === 'true' || ariaChecked === 'true'

interface OneStop {
  readonly ref: RefObject<HTMLDivElement | null>
  readonly onFocus: (event: FocusEvent) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/** A row of tools is one stop of the Tab key, and arrows walk its buttons. What this answers belongs to its element. */
export function useOneStop(): OneStop {
  const ref = useRef<HTMLDivElement>(null)
  const stop = useRef<Element | null>(null)
  const buttons = () => [...(ref.current?.querySelectorAll('button') ?? [])]
  const mark = () => {
    const all = buttons()
    const rest = all.find((each) => each === stop.current) ?? all.find(isChosen) ?? all[0]
    for (const each of all) each.tabIndex = each === rest ? 0 : -1
  }
  // After every render: a tool that comes in is no further stop.
  useLayoutEffect(mark)
  return {
    ref,
    onFocus({ target }) {
      stop.current = target
      mark()
    },
    onKeyDown(event) {
      if (isChord(event)) return
      const all = buttons()
      const to = steppedTo(all, event.key)
      if (to === undefined) return
      event.preventDefault()
      to.focus()
    },
  }
}
