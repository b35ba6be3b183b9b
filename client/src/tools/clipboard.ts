import { clipOf } from '../model/clip.ts'
import type { Bench } from './bench.ts'
import { isTyping } from './chord.ts'
import { copyPieces } from './copy-pieces.ts'
import { remove, type KeyAction } from './key-actions.ts'
import { pasteLines } from './paste-lines.ts'
import { pastePieces } from './paste-pieces.ts'
import type { Toolbox } from './toolbox.ts'

/** Copying, cutting and pasting wherever nothing is being typed. Returns the way to stop. */
export function listenToClipboard(bench: Bench, toolbox: Toolbox): () => void {
  const leaving = new AbortController()
  const { signal } = leaving
  const onCopy = (event: ClipboardEvent) => {
    if (event.defaultPrevented || isTyping(event.target) || wordsAreSelected()) return
    if (fill(event, bench) && event.type === 'cut') remove(bench, toolbox)
  }
  const onPaste = (event: ClipboardEvent) => {
    const { clipboardData } = event
    if (event.defaultPrevented || isTyping(event.target) || clipboardData === null) return
    const clip = clipOf(clipboardData.getData('text/html'))
    if (clip !== null) pastePieces(clip, bench)
    else if (!pasteLines(clipboardData.getData('text/plain'), bench)) return
    event.preventDefault()
  }
  document.addEventListener('copy', onCopy, { signal })
  document.addEventListener('cut', onCopy, { signal })
  document.addEventListener('paste', onPaste, { signal })
  return () => leaving.abort()
}

/** Copies or cuts by the browser's own command: that works over plain http too. */
export function toClipboard(which: 'copy' | 'cut'): KeyAction {
  return (bench, toolbox) => {
    if (bench.selection.pieces().size === 0 || wordsAreSelected()) return false
    const onCopy = (event: ClipboardEvent) => {
      // The list of commands still has the focus when one of its rows is pressed.
      event.stopImmediatePropagation()
      if (fill(event, bench) && which === 'cut') remove(bench, toolbox)
    }
    document.addEventListener(which, onCopy, { capture: true, once: true })
    // Where that isn't taken, the browser may still do it by the key itself.
    const taken = document.execCommand(which)
    document.removeEventListener(which, onCopy, { capture: true })
    return taken
  }
}

function fill(event: ClipboardEvent, bench: Bench): boolean {
  const copied = event.clipboardData && copyPieces(bench)
  if (!copied) return false
  event.clipboardData?.setData('text/html', copied.html)
  event.clipboardData?.setData('text/plain', copied.plain)
  event.preventDefault()
  return true
}

/** Somebody who marked words of a panel wants those. */
function wordsAreSelected(): boolean {
  return getSelection()?.isCollapsed === false
}
