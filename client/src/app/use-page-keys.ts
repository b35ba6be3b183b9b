import { useEffect } from 'react'
import type { Habits } from '../model/habits.ts'
import { hasWall } from '../session/has-wall.ts'
import { chordOf, isSingleKey, isTyping } from '../tools/chord.ts'
import { commandOfKey, type KeyedCommand, type PageHands } from './page-hands.ts'

/** The keys of the page as a whole: commands, shortcuts, list or wall. None acts while a dialog is open. */
export function usePageKeys(hands: () => PageHands, { singleKeys }: Habits): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector('dialog[open]') !== null) return
      const chord = chordOf(event)
      const name = commandOfKey(chord)
      if (name === undefined) return
      if (isSingleKey(chord) && (isTyping(event.target) || !singleKeys.get())) return
      // Where there is no wall, the browser finds in the page.
      if (name === 'find' && !hasWall(hands().store.session.get().phase)) return
      event.preventDefault()
      doOfKey(name, hands())
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [hands, singleKeys])
}

/** What the same command of the list does; the list itself is not fetched for it. */
function doOfKey(name: KeyedCommand, { dialog, mode, onMode }: PageHands): void {
  if (name === 'list-or-wall') onMode(mode === 'list' ? 'wall' : 'list')
  else dialog.set(name)
}
