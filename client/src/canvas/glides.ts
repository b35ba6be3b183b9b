import type { MomentId } from '@momentous/shared/domain/id'
import type { Rect } from '../model/geometry.ts'
import type { FrameClock } from '../model/camera.ts'
import type { SceneNote } from '../model/note-scene.ts'

const TIDY_MS = 260
const HAND_MS = 120
/** More notes than this at once jump: nobody can follow them all. */
const MANY = 200

interface Glide {
  readonly to: Rect
  readonly dx: number
  readonly dy: number
  readonly start: number
  readonly ms: number
}

/** Lets notes travel to a new place instead of jumping there: tidied ones, moved ones, and those whose drop was refused. */
export interface Glides {
  /** Where to draw the note now. */
  shown(note: SceneNote): Rect
  /** Where a note was drawn last, which is where its next glide starts. */
  saw(id: MomentId, rect: Rect): void
  /** After a change of the scene: what was in sight sets off. */
  depart(note: (id: MomentId) => SceneNote | undefined): void
  /** Forgets what left the sight. */
  keepOnly(ids: ReadonlySet<MomentId>): void
  running(): boolean
}

const ease = (t: number) => 1 - (1 - t) ** 3

export function createGlides(clock: FrameClock): Glides {
  const glides = new Map<MomentId, Glide>()
  const seen = new Map<MomentId, Rect>()

  return {
    shown(note) {
      const glide = glides.get(note.id)
      if (!glide) return note.rect
      const t = (clock.now() - glide.start) / glide.ms
      if (t >= 1) {
        glides.delete(note.id)
        return note.rect
      }
      const left = 1 - ease(Math.max(0, t))
      return { ...note.rect, x: note.rect.x + glide.dx * left, y: note.rect.y + glide.dy * left }
    },
    saw: (id, rect) => void seen.set(id, rect),
    depart(noteOf) {
      if (clock.still() || seen.size > MANY) return
      for (const [id, rect] of seen) {
        const note = noteOf(id)
        if (!note) continue
        const dx = rect.x - note.rect.x
        const dy = rect.y - note.rect.y
        const running = glides.get(id)
        if (running && running.to.x === note.rect.x && running.to.y === note.rect.y) continue
        // A note that grows while it is typed into must not swim.
        if ((dx === 0 && dy === 0) || rect.h !== note.rect.h) glides.delete(id)
        else glides.set(id, { to: note.rect, dx, dy, start: clock.now(), ms: note.moment.place ? HAND_MS : TIDY_MS })
      }
    },
    keepOnly(ids) {
      for (const id of seen.keys()) if (!ids.has(id)) seen.delete(id)
    },
    running() {
      // Some have left the sight and are no longer asked for.
      for (const [id, glide] of glides) if (clock.now() - glide.start >= glide.ms) glides.delete(id)
      return glides.size > 0
    },
  }
}
