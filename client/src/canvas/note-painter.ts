import type { Place } from '@momentous/shared/domain/moment'
import type { SceneNote } from '@momentous/shared/scene/note-layout'
import type { NoteShape } from '@momentous/shared/scene/note-shape'
import type { Scene } from '@momentous/shared/scene/scene'
import { isBlock, paintBlock, paintLifted, paintLiftedBlock, paintNote } from './paint-note.ts'
import type { PiecePainter } from './piece-painter.ts'

/** A note as it is at `place`: only a changed size lays its words out anew. */
export function shapeInHand(note: SceneNote, place: Place, scene: Pick<Scene, 'shape'>): NoteShape {
  const [x, y, w, h] = place
  if (w === note.rect.w && h === note.rect.h) return { rect: { x, y, w, h }, layout: note.layout }
  return scene.shape(note.moment, place)
}

export const notePainter: PiecePainter<SceneNote> = {
  paint(ctx, note, look) {
    if (isBlock(look.zoom)) paintBlock(ctx, note, note.rect, look.faded(note) ? look.theme.faded : look.theme.note)
    else paintNote(ctx, { note, rect: note.rect, layout: note.layout, facts: look.facts(note) }, look)
  },
  paintHeld(ctx, note, place, look) {
    const [x, y, w, h] = place
    if (isBlock(look.zoom)) {
      paintLiftedBlock(ctx, note, { x, y, w, h }, look.theme)
      return
    }
    paintLifted(ctx, { note, ...shapeInHand(note, place, look.scene), facts: look.facts(note) }, look)
  },
}
