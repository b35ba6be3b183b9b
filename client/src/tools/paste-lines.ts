import type { Bench } from './bench.ts'
import { momentsOfLines } from './moments-of-lines.ts'
import { showAdded } from './show-added.ts'

/** Makes notes of a text from elsewhere, behind the selected one, as one step of undo. False when it says nothing. */
export function pasteLines(text: string, bench: Bench): boolean {
  const { wall, selection } = bench
  const made = momentsOfLines(text, selection.lead() ?? 'last', wall)
  const [first] = made ?? []
  if (made === null || first === undefined) return made !== null
  selection.set(made)
  showAdded(first, bench)
  return true
}
