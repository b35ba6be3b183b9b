import type { Rect } from '../model/geometry.ts'
import type { SceneNote } from '../model/note-layout.ts'
import type { TextLayout } from '../model/text-layout.ts'
import type { NoteFacts } from './note-facts.ts'

/** What of a note is drawn: it may be elsewhere than in the scene, while it glides or is dragged. */
export interface ShownNote {
  readonly note: SceneNote
  readonly rect: Rect
  readonly layout: TextLayout
  readonly facts: NoteFacts
}
