import { useEffect, useEffectEvent, useRef, useSyncExternalStore, type CSSProperties, type KeyboardEvent } from 'react'
import type { Rect } from '@momentous/shared/scene/geometry'
import type { Bench } from '../tools/bench.ts'
import { isHardToRead, showToType } from '../tools/show-to-type.ts'
import { shareText, type SharedWords } from './share-text.ts'
import { useScene } from './use-scene.ts'

export interface WordsFieldProps {
  readonly bench: Bench
  readonly of: SharedWords
  readonly className: string
  readonly style: CSSProperties
  /** Where what is written on lies, in board units. */
  readonly lies: Rect
  readonly label: string
  readonly placeholder?: string
  readonly words: string
  readonly maxLength: number
  readonly enterKeyHint: 'next' | 'enter' | 'done'
  /** Whether what is there is replaced by what is typed, or gone on with. */
  readonly opens: 'selected' | 'at the end'
  readonly onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void
  /** The focus went elsewhere. */
  readonly onLeave: () => void
}

/** A text field laid exactly over words on the wall; what is typed is shared at once. It has the focus from the beginning. */
export function WordsField({ bench, of, opens, label, words, lies, onLeave, ...field }: WordsFieldProps) {
  const element = useRef<HTMLTextAreaElement>(null)
  const open = useEffectEvent((area: HTMLTextAreaElement) => {
    area.focus({ preventScroll: true })
    if (opens === 'selected') area.select()
    else area.setSelectionRange(area.value.length, area.value.length)
    return shareText(area, of, bench.wall)
  })
  useEffect(() => (element.current ? open(element.current) : undefined), [])
  useInSight(lies, bench)
  return (
    <textarea
      {...field}
      ref={element}
      aria-label={label}
      defaultValue={words}
      dir="auto"
      spellCheck
      onBlur={(event) => {
        // Another window in front takes the focus away and gives it back; that is no end of typing.
        if (document.activeElement !== event.currentTarget) onLeave()
      }}
      onPointerDown={(event) => event.stopPropagation()}
    />
  )
}

/** A device's keyboard takes half of the window when it comes up: the words stay in what is left. */
const KEYBOARD_MS = 120

function useInSight(lies: Rect, bench: Bench): void {
  const show = useEffectEvent(() => showToType(lies, bench))
  const look = useEffectEvent(() => isHardToRead(bench) && show())
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const showSoon = () => {
      clearTimeout(timer)
      timer = setTimeout(() => show(), KEYBOARD_MS)
    }
    // Some browsers lay the keyboard over the page, which keeps its size.
    const screen = window.visualViewport ?? window
    screen.addEventListener('resize', showSoon)
    look()
    return () => {
      clearTimeout(timer)
      screen.removeEventListener('resize', showSoon)
    }
  }, [])
}

/** Renders again with all that moves the words: the board, and the camera. */
export function useWhereWordsLie(bench: Bench): void {
  useSyncExternalStore(bench.camera.subscribe, bench.camera.view)
  useScene(bench)
}

/** When what is written into goes: the field took the focus with it, and the keys go on with the wall. */
export function useGone(gone: boolean, end: () => void): void {
  const onGone = useEffectEvent(end)
  useEffect(() => {
    if (!gone) return
    onGone()
    focusWall()
  }, [gone])
}

export function focusWall(): void {
  document.querySelector<HTMLElement>('.wall')?.focus({ preventScroll: true })
}
