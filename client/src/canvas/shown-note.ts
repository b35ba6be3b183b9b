import type { Rect } from '@momentous/shared/scene/geometry'
import type { SceneNote } from '@momentous/shared/scene/note-layout'
import type { TextLayout } from '@momentous/shared/scene/text-layout'
import type { NoteFacts } from './note-facts.ts'

/** What of a note is drawn: it may be elsewhere than in the scene, while it glides or is dragged. */
export interface ShownNote {
  readonly note: SceneNote
  readonly rect: Rect
  readonly layout: TextLayout
  readonly facts: NoteFacts
}
