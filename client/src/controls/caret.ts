import type { Edit } from '../model/text-rebase.ts'

/** Where a place in the text lies after an edit: what stands before the edit stays, what stands after moves with it. */
export function carried(position: number, { index, remove, insert }: Edit): number {
  if (position <= index) return position
  return position >= index + remove ? position + insert.length - remove : index + insert.length
}
