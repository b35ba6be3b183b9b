import { arrangeWords } from '../words/arranging.ts'
import { commandWords } from '../words/commands.ts'
import type { Bench } from './bench.ts'
import { noteVerbs, refusalOf } from './note-verbs.ts'
import { chosenShape, shapeVerbs } from './shape-verbs.ts'

/** Why nothing of what is selected can go to the bin now: one piece that isn't locked is enough. */
export function removeRefusal({ selection, wall }: Bench): string | null {
  const ids = [...selection.pieces()]
  if (ids.length === 0) return arrangeWords.selectFirst
  const loose = ids.filter((id) => (wall.moment(id) ?? wall.shape(id))?.locked !== true)
  const moments = loose.flatMap((id) => wall.moment(id)?.id ?? [])
  const shapes = loose.flatMap((id) => wall.shape(id)?.id ?? [])
  const strokes = loose.flatMap((id) => wall.stroke(id)?.id ?? [])
  const rulings = [
    ...(moments.length > 0 ? [wall.check('remove-moments', { ids: moments, removed: true })] : []),
    ...(shapes.length > 0 ? [wall.check('remove-shapes', { ids: shapes, removed: true })] : []),
    ...(strokes.length > 0 ? [wall.check('erase-strokes', { ids: strokes })] : []),
  ]
  const refusal = rulings.find((ruling) => !ruling.allowed)
  if (refusal && !refusal.allowed) return refusal.reason
  return rulings.length === 0 ? arrangeWords.removeFirst : null
}

/** Why the words of what is selected can't be changed now. */
export function editRefusal(bench: Bench): string | null {
  const shape = chosenShape(bench)
  if (shape) return shapeVerbs(shape, bench).words.refusal
  const verbs = noteVerbs(bench)
  return verbs.length === 0 ? commandWords.selectFirst : refusalOf('edit', verbs)
}
