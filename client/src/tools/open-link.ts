import type { Rect } from '@momentous/shared/scene/geometry'
import { linkAt } from '../model/link-parts.ts'
import type { SceneNote } from '@momentous/shared/scene/note-layout'
import { textBox, wordsOn } from '@momentous/shared/scene/note-shape'
import type { ScenePiece } from '@momentous/shared/scene/scene'
import { webLinks } from '../model/web-links.ts'
import type { Bench } from './bench.ts'
import { openAddress } from './open-address.ts'
import type { Contact } from './tool.ts'

/** The first link in the words of the one piece that is selected. */
export function selectedLink({ wall, selection }: Bench): string | null {
  const [id, ...others] = selection.pieces()
  if (id === undefined || others.length > 0) return null
  return webLinks(wall.moment(id)?.text ?? wall.shape(id)?.words ?? '')[0] ?? null
}

export function openLink(bench: Bench): boolean {
  const link = selectedLink(bench)
  if (link !== null) openAddress(link)
  return link !== null
}

type Meaning = Pick<Contact, 'at' | 'mod' | 'pointer'>

/** The link that a hand means: with Ctrl or Cmd the only one there is, too; a finger has to touch it. */
export function linkUnder({ at, mod, pointer }: Meaning, piece: ScenePiece | undefined): string | null {
  if (piece === undefined || piece.kind === 'stroke' || (!mod && pointer !== 'touch')) return null
  const words = piece.kind === 'note' ? wordsOn(piece.moment) : piece.shape.words
  const links = webLinks(words)
  if (links.length === 0) return null
  const box = piece.kind === 'note' ? boxOf(piece) : piece.box
  const touched = linkAt(words, piece.layout, box, { x: at.x - box.x, y: at.y - box.y })
  return touched ?? (mod && links.length === 1 ? (links[0] ?? null) : null)
}

function boxOf({ moment, rect }: SceneNote): Rect {
  const { x, y, w, h } = textBox(moment, rect.w, rect.h)
  return { x: rect.x + x, y: rect.y + y, w, h }
}

/** Opens the link under the hand, if it asks for that: a finger, when the note alone was selected before. */
export function openLinkUnder(start: Meaning, piece: ScenePiece, alone: boolean): boolean {
  const link = start.mod || alone ? linkUnder(start, piece) : null
  if (link !== null) openAddress(link)
  return link !== null
}

/** Shows with Ctrl or Cmd held what a click would open. Returns the way to stop. */
export function listenForLinks(_wall: HTMLElement, bench: Bench): () => void {
  const { live, scene, camera } = bench
  let shown = false
  const onKey = ({ key, ctrlKey, metaKey }: KeyboardEvent) => {
    if (key !== 'Control' && key !== 'Meta') return
    const screen = live.pointer.get()
    const at = screen && camera.toBoard(screen)
    const meant = at && linkUnder({ at, mod: ctrlKey || metaKey, pointer: 'mouse' }, scene.pieceAt(at, 0))
    const open = meant !== null
    if (open) live.cursor.set('pointer')
    else if (shown) live.cursor.set(null)
    shown = open
  }
  document.addEventListener('keydown', onKey)
  document.addEventListener('keyup', onKey)
  return () => {
    document.removeEventListener('keydown', onKey)
    document.removeEventListener('keyup', onKey)
  }
}
