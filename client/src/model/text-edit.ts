import type { Edit } from './text-rebase.ts'

/**
 * The one edit that makes `after` out of `before`, or null. Where letters repeat there are several; `caret`, where the
 * caret stands in `after`, picks the one that was typed, so that two people's typing merges where each of them typed.
 */
export function typedEdit(before: string, after: string, caret: number): Edit | null {
  if (before === after) return null
  const shorter = Math.min(before.length, after.length)
  const behindCaret = Math.min(shorter, Math.max(0, after.length - caret))
  let tail = 0
  while (tail < behindCaret && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  let head = 0
  while (head < shorter - tail && before.charAt(head) === after.charAt(head)) head++
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  return whole(before, after, head, tail)
}

const isLow = (text: string, index: number) => /[\uDC00-\uDFFF]/.test(text.charAt(index))

/** Never cuts a letter of two units (an emoji) in half: halves can't be stored. */
function whole(before: string, after: string, head: number, tail: number): Edit {
  const from = head > 0 && (isLow(before, head) || isLow(after, head)) ? head - 1 : head
  const cutsTail = tail > 0 && (isLow(before, before.length - tail) || isLow(after, after.length - tail))
  const rest = cutsTail ? tail - 1 : tail
  return { index: from, remove: before.length - rest - from, insert: after.slice(from, after.length - rest) }
}

/** Where a caret goes when somebody else makes this edit: what they type at the caret doesn't push it. */
export function movedCaret(caret: number, { index, remove, insert }: Edit): number {
  if (caret <= index) return caret
  return Math.max(index, caret - remove) + insert.length
}
