import type { MomentId } from '@momentous/shared/domain/id'
import { clipOf } from '../model/clip.ts'
import { centre, type Point } from '@momentous/shared/scene/geometry'
import { clipboardWords } from '../words/clipboard.ts'
import type { Bench } from './bench.ts'
import { isTyping } from './chord.ts'
import { copyPieces } from './copy-pieces.ts'
import { bringImages } from './images.ts'
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
    const words = { html: clipboardData.getData('text/html'), plain: clipboardData.getData('text/plain') }
    if (pasteWords(words, bench)) event.preventDefault()
  }
  document.addEventListener('copy', onCopy, { signal })
  document.addEventListener('cut', onCopy, { signal })
  document.addEventListener('paste', onPaste, { signal })
  return () => leaving.abort()
}

interface Words {
  readonly html: string
  readonly plain: string
}

/** Pieces if they are some, else a note a line. False when there is nothing in it. */
function pasteWords({ html, plain }: Words, bench: Bench, at: Point | null = null): boolean {
  const clip = clipOf(html)
  if (clip === null) return pasteLines(plain, bench)
  pastePieces(clip, bench, at && { at })
  return true
}

/** Does this browser let a page read what was copied? Over plain http none does, and then there are the keys. */
function canReadClipboard(): boolean {
  return typeof navigator !== 'undefined' && typeof navigator.clipboard?.read === 'function'
}

/** Why nothing can be pasted without the keys. */
export function pasteRefusal({ wall }: Bench): string | null {
  if (!canReadClipboard()) return clipboardWords.pasteByKey
  const ruling = wall.check('add-moment', { id: wall.newId<MomentId>(), text: '', after: 'last' })
  return ruling.allowed ? null : ruling.reason
}

export const pasteNow: KeyAction = (bench) => {
  void pasteFromMenu(bench)
  return true
}

/** Pastes without the keys, at a point of the board; the browser may ask the person first. */
export async function pasteFromMenu(bench: Bench, at: Point | null = null): Promise<void> {
  const items = await readClipboard()
  if (items === null) return bench.wall.say(clipboardWords.pasteByKey)
  const read = async (type: string): Promise<Blob | null> => {
    const item = items.find(({ types }) => types.includes(type))
    return item === undefined ? null : item.getType(type)
  }
  const [html, plain, picture] = await Promise.all(['text/html', 'text/plain', 'image/png'].map(read))
  const words = { html: (await html?.text()) ?? '', plain: (await plain?.text()) ?? '' }
  if (pasteWords(words, bench, at)) return
  if (picture) await bringImages([picture], at ?? centre(bench.camera.visible()), bench)
  else bench.wall.say(clipboardWords.nothingToPaste)
}

/** Null when the browser or the person doesn't allow it. */
async function readClipboard(): Promise<readonly ClipboardItem[] | null> {
  if (!canReadClipboard()) return null
  try {
    // Cleaned, it would be without the pieces that it holds.
    const options = { unsanitized: ['text/html'] }
    const { clipboard }: { clipboard: { read(asked: typeof options): Promise<ClipboardItem[]> } } = navigator
    return await clipboard.read(options)
  } catch {
    return null
  }
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
