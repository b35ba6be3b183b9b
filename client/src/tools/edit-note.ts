import type { MomentId } from '@momentous/shared/domain/id'
import type { Bench } from './bench.ts'
import { showAdded } from './show-added.ts'

/** Opens the note's text, if it may be changed now. */
export function editNote(id: MomentId, { wall, desk, selection, scene }: Bench): boolean {
  if (scene.note(id)?.moment.locked !== false) return false
  const mayType = wall.check('edit-text', { root: 'moments', id, key: 'text', index: 0, remove: 0, insert: '' }).allowed
  if (!mayType) return false
  selection.set([id])
  desk.editing.set(id)
  return true
}

/** Closes the text. A note in which nothing was written goes to the bin again. */
export function endEditing({ wall, desk, selection }: Bench): void {
  const id = desk.editing.get()
  if (id === null) return
  desk.editing.set(null)
  const moment = wall.moment(id)
  if (!moment || moment.removed || moment.text.trim() !== '') return
  selection.clear()
  wall.act('remove-moments', { ids: [id], removed: true })
}

/** Enter: this note is done, and the next one follows it at once. In an empty note it ends the chain. */
export function nextNote(bench: Bench): void {
  const { wall, desk, selection } = bench
  const after = desk.editing.get()
  const moment = after === null ? undefined : wall.moment(after)
  if (!moment || moment.text.trim() === '') return endEditing(bench)
  const id = wall.newId<MomentId>()
  if (!wall.act('add-moment', { id, text: '', after: moment.id, paper: moment.paper }).allowed) return endEditing(bench)
  selection.set([id])
  desk.editing.set(id)
  showAdded(id, bench)
}
