/** One stretch of a text replaced by another. */
export interface TextEdit {
  readonly index: number
  readonly remove: number
  readonly insert: string
}

/**
 * The one edit that makes `after` out of `before`, or null. Where letters repeat there are several; `caret`, where the
 * caret stands in `after`, picks the one that was typed, so that two people's typing merges where each of them typed.
 */
export function textEdit(before: string, after: string, caret = after.length): TextEdit | null {
  if (before === after) return null
  const shorter = Math.min(before.length, after.length)
  let tail = 0
  const tailMax = Math.min(shorter, Math.max(0, after.length - caret))
  while (tail < tailMax && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  let head = 0
  while (head < shorter - tail && before.charAt(head) === after.charAt(head)) head++
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  return whole(before, after, head, tail)
}

const isLow = (text: string, index: number) => /[\uDC00-\uDFFF]/.test(text.charAt(index))

/** Never cuts a letter of two units (an emoji) in half: halves can't be stored. */
function whole(before: string, after: string, head: number, tail: number): TextEdit {
  const from = head > 0 && (isLow(before, head) || isLow(after, head)) ? head - 1 : head
  const cutsTail = tail > 0 && (isLow(before, before.length - tail) || isLow(after, after.length - tail))
  const rest = cutsTail ? tail - 1 : tail
  return { index: from, remove: before.length - rest - from, insert: after.slice(from, after.length - rest) }
}

/** Where a caret goes when somebody else makes this edit: typing at the caret pushes nothing of one's own. */
export function movedCaret(caret: number, { index, remove, insert }: TextEdit): number {
  if (caret <= index) return caret
  return Math.max(index, caret - remove) + insert.length
}

/** The same edit on a text in which `earlier` was done first. */
export function rebased(edit: TextEdit, earlier: TextEdit): TextEdit {
  const start = movedCaret(edit.index, earlier)
  const end = Math.max(start, movedCaret(edit.index + edit.remove, earlier))
  return { index: start, remove: edit.remove === 0 ? 0 : end - start, insert: edit.insert }
}
