import { picturedFacts, type PicturedFacts } from '@momentous/shared/drawing/note-facts'
import type { SceneNote } from '@momentous/shared/scene/note-layout'
import type { Wall } from '../model/wall.ts'
import type { Bench } from '../tools/bench.ts'

/** What a note carries besides its words, and what is so of it only on this screen. */
export interface NoteFacts extends PicturedFacts {
  readonly editing: boolean
  /** No contact type yet, in the phase that gives them. */
  readonly bare: boolean
  /** Not on disk yet, and that for a while. */
  readonly unsaved: boolean
}

/** Computes a note's facts; made once for many notes, because the session is the same for all of them. */
export function factsReader(wall: Wall, { desk }: Bench): (note: SceneNote) => NoteFacts {
  const pictured = picturedFacts(wall)
  const editing = desk.editing.get()
  const colouring = wall.session().phase === 'colour'
  return (note) =>
    Object.assign(pictured(note), {
      editing: note.id === editing,
      bare: colouring && note.number !== null && note.moment.channel === null,
      unsaved: wall.unsaved(note.id),
    })
}
