/** One replacement within a text: `remove` units at `index` go, `insert` comes. */
export interface TextEdit {
  readonly index: number
  readonly remove: number
  readonly insert: string
}

/** Where a place in the text lies after an edit: what stands before the edit stays, what stands after moves with it. */
export function carried(position: number, { index, remove, insert }: TextEdit): number {
  if (position <= index) return position
  return position >= index + remove ? position + insert.length - remove : index + insert.length
}

/** The same edit in a text that somebody else has edited since. */
export function rebased(own: TextEdit, theirs: TextEdit): TextEdit {
  const index = carried(own.index, theirs)
  return { index, remove: Math.max(0, carried(own.index + own.remove, theirs) - index), insert: own.insert }
}

export function edited(text: string, { index, remove, insert }: TextEdit): string {
  return text.slice(0, index) + insert + text.slice(index + remove)
}
