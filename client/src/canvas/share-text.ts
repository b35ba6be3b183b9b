import type { MomentId } from '@momentous/shared/domain/id'
import { movedCaret, rebased, textEdit } from '../model/text-edit.ts'
import type { Wall } from '../model/wall.ts'

/**
 * Keeps a text field and a moment's shared text together: each input event becomes one small edit, so that two people's
 * typing merges; others' edits come in around the caret. While an input method composes a word, both wait for its end.
 */
export function shareText(field: HTMLTextAreaElement, id: MomentId, wall: Wall): () => void {
  /** What field and document last agreed on. */
  let agreed = field.value
  let composing = false

  const send = () => {
    const now = wall.moment(id)?.text ?? agreed
    const typed = textEdit(agreed, field.value, field.selectionEnd)
    if (!typed) return receive()
    const theirs = textEdit(agreed, now)
    agreed = field.value
    wall.act('edit-text', { root: 'moments', id, key: 'text', ...(theirs ? rebased(typed, theirs) : typed) })
    receive()
  }

  const receive = () => {
    const now = wall.moment(id)?.text
    if (composing || now === undefined || now === field.value) return
    const theirs = textEdit(field.value, now)
    const { selectionStart, selectionEnd } = field
    field.value = now
    agreed = now
    if (theirs) field.setSelectionRange(movedCaret(selectionStart, theirs), movedCaret(selectionEnd, theirs))
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
  const leave = wall.subscribe((change) => change.kind === 'moments' && change.ids.has(id) && receive())
  return () => {
    leaving.abort()
    leave()
  }
}
