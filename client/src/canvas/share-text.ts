import type { MomentId, ShapeId, StageId } from '@momentous/shared/domain/id'
import { textEdit } from '@momentous/shared/commands/edit-text'
import { movedCaret, typedEdit } from '../model/text-edit.ts'
import { rebased } from '../model/text-rebase.ts'
import type { Wall } from '../model/wall.ts'

/** The words of a moment, of a shape or of a stage. */
export type SharedWords =
  | { readonly root: 'moments'; readonly id: MomentId }
  | { readonly root: 'shapes'; readonly id: ShapeId }
  | { readonly root: 'stages'; readonly id: StageId }

function wordsNow(of: SharedWords, wall: Wall): string | undefined {
  if (of.root === 'moments') return wall.moment(of.id)?.text
  return of.root === 'shapes' ? wall.shape(of.id)?.words : wall.stages().find(({ id }) => id === of.id)?.title
}

const keys = { moments: 'text', shapes: 'words', stages: 'title' } as const

/**
 * Keeps a text field and shared words together: each input event becomes one small edit, so that two people's
 * typing merges; others' edits come in around the caret. While an input method composes a word, both wait for its end.
 */
export function shareText(field: HTMLTextAreaElement, of: SharedWords, wall: Wall): () => void {
  /** What field and document last agreed on. */
  let agreed = field.value
  let composing = false

  const send = () => {
    const typed = typedEdit(agreed, field.value, field.selectionEnd)
    if (typed) {
      const edit = rebased(typed, agreed, wordsNow(of, wall) ?? agreed)
      agreed = field.value
      wall.act('edit-text', { root: of.root, id: of.id, key: keys[of.root], ...edit })
    }
    receive()
  }

  const receive = () => {
    const now = wordsNow(of, wall)
    if (composing || now === undefined || now === field.value) return
    const theirs = textEdit(field.value, now)
    const { selectionStart, selectionEnd } = field
    field.value = now
    agreed = now
    field.setSelectionRange(movedCaret(selectionStart, theirs), movedCaret(selectionEnd, theirs))
  }

  const leaving = new AbortController()
  const { signal } = leaving
  field.addEventListener('input', () => !composing && send(), { signal })
  field.addEventListener('compositionstart', () => (composing = true), { signal })
  field.addEventListener(
    'compositionend',
    () => {
      composing = false
      send()
    },
    { signal },
  )
  const leave = wall.subscribe(({ kind }) => kind === of.root && receive())
  return () => {
    // What was still being composed when the field went is not lost.
    if (composing) {
      composing = false
      send()
    }
    leaving.abort()
    leave()
  }
}
