import { textEdit } from '@momentous/shared/commands/edit-text'

/** One change of a text: `remove` units go at `index`, `insert` comes in their place. */
export interface Edit {
  readonly index: number
  readonly remove: number
  readonly insert: string
}

export function edited(text: string, { index, remove, insert }: Edit): string {
  return text.slice(0, index) + insert + text.slice(index + remove)
}

/** The edit that takes `edit` back, once it was made to `before`. */
export function reversed(before: string, { index, remove, insert }: Edit): Edit {
  return { index, remove: insert.length, insert: before.slice(index, index + remove) }
}

/**
 * `edit` was meant for the text `before`; others have made `now` out of it. Says where the same edit belongs in `now`:
 * what lies before their change stays, what lies behind it moves along, and what they removed already isn't removed again.
 */
export function rebased(edit: Edit, before: string, now: string): Edit {
  if (before === now) return edit
  const theirs = textEdit(before, now)
  const theirEnd = theirs.index + theirs.remove
  const end = edit.index + edit.remove
  const shift = theirs.insert.length - theirs.remove
  if (end <= theirs.index) return edit
  if (edit.index >= theirEnd) return { ...edit, index: edit.index + shift }
  // Both changed the same stretch: mine comes behind theirs, and takes away only what they left of it.
  if (edit.index < theirs.index) return { ...edit, remove: theirs.index - edit.index }
  return { index: theirs.index + theirs.insert.length, remove: Math.max(0, end - theirEnd), insert: edit.insert }
}
