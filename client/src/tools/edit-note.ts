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

/** What was made just now wants its words at once. */
export function typeFirst(id: MomentId, { desk, selection }: Bench): void {
  selection.set([id])
  desk.fresh.set(id)
  desk.editing.set(id)
}

/**
 * Closes the text. A note in which nothing is written is nothing: a new one was never there, an older one that was
 * emptied goes to the bin, and comes back from there with its words.
 */
export function endEditing({ wall, desk, selection }: Bench): void {
  const id = desk.editing.get()
  if (id === null) return
  const isNew = desk.fresh.get() === id
  desk.editing.set(null)
  desk.fresh.set(null)
  const moment = wall.moment(id)
  if (!moment || moment.removed || moment.text.trim() !== '') return
  const args = { ids: [id], removed: true }
  // The wall has closed meanwhile: an empty note stays for whoever may take it off.
  if (!wall.check('remove-moments', args).allowed) return
  const remove = () => void wall.act('remove-moments', args)
  selection.clear()
  if (isNew) wall.withoutTrace(remove)
  else wall.withTyping({ root: 'moments', id, key: 'text' }, remove)
}

/** Enter: this note is done, and the next one follows it at once. In an empty note it ends the chain. */
export function nextNote(bench: Bench): void {
  const { wall, desk } = bench
  const after = desk.editing.get()
  const moment = after === null ? undefined : wall.moment(after)
  if (!moment || moment.text.trim() === '') return endEditing(bench)
  const id = wall.newId<MomentId>()
  if (!wall.act('add-moment', { id, text: '', after: moment.id, paper: moment.paper }).allowed) return endEditing(bench)
  typeFirst(id, bench)
  showAdded(id, bench)
}

/** One key makes a note: after the selected one, else at the end of the timeline. */
export function addNote(bench: Bench): void {
  const { wall, selection, scene } = bench
  const lead = selection.lead()
  const after = lead !== null && scene.note(lead)?.number ? lead : 'last'
  const id = wall.newId<MomentId>()
  if (!wall.act('add-moment', { id, text: '', after }).allowed) return
  typeFirst(id, bench)
  showAdded(id, bench)
}
