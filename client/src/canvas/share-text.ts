import type { MomentId } from '@momentous/shared/domain/id'
import { textEdit } from '@momentous/shared/commands/edit-text'
import { movedCaret, typedEdit } from '../model/text-edit.ts'
import { rebased } from '../model/text-rebase.ts'
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
    const typed = typedEdit(agreed, field.value, field.selectionEnd)
    if (typed) {
      const edit = rebased(typed, agreed, wall.moment(id)?.text ?? agreed)
      agreed = field.value
      wall.act('edit-text', { root: 'moments', id, key: 'text', ...edit })
    }
    receive()
  }

  const receive = () => {
    const now = wall.moment(id)?.text
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
  const leave = wall.subscribe((change) => change.kind === 'moments' && change.ids.has(id) && receive())
  return () => {
    leaving.abort()
    leave()
  }
}
