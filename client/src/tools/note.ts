import { NOTE_HEIGHT, NOTE_WIDTH } from '@momentous/shared/board/timeline'
import type { MomentId } from '@momentous/shared/domain/id'
import { distance, type Point } from '@momentous/shared/scene/geometry'
import type { Scene } from '@momentous/shared/scene/scene'
import type { Bench } from './bench.ts'
import { typeFirst } from './edit-note.ts'
import { landingOf, landsOnTimeline } from './landing.ts'
import type { ToolState } from './tool.ts'

const SLIP = 8
const GAP = 12
/** After this many notes in a row the spot has to do. */
const TRIES = 50

/** The place around `middle`, further down if another note lies there: a new note never covers one. */
function freePlace(middle: Point, scene: Scene): [number, number, number, number] {
  const x = Math.round(middle.x - NOTE_WIDTH / 2)
  let y = Math.round(middle.y - NOTE_HEIGHT / 2)
  for (let tries = 0; tries < TRIES; tries++) {
    const under = scene.notesIn({ x, y, w: NOTE_WIDTH, h: NOTE_HEIGHT })
    if (under.length === 0) break
    y = Math.max(...under.map(({ rect }) => rect.y + rect.h)) + GAP
  }
  return [x, y, NOTE_WIDTH, NOTE_HEIGHT]
}

/** A new note with its middle there: near the timeline it joins the order, elsewhere it stays where it was put. */
export function putNote(middle: Point, bench: Bench): void {
  const { wall, scene } = bench
  const id = wall.newId<MomentId>()
  const place = landsOnTimeline(middle) ? null : freePlace(middle, scene)
  const after = landingOf(middle, new Set(), scene).after
  const ruling = wall.act('add-moment', { id, text: '', after, place })
  if (!ruling.allowed) return
  typeFirst(id, bench)
}

function pressed(start: Point): ToolState {
  const state: ToolState = {
    on(gesture, bench) {
      if (gesture.type === 'cancel') return noteAtRest.on(gesture, bench)
      if (gesture.type !== 'lift') return state
      hideGhost(bench)
      if (distance(gesture.screen, start) <= SLIP) putNote(gesture.at, bench)
      return noteAtRest
    },
  }
  return state
}

export const noteAtRest: ToolState = {
  on(gesture, bench) {
    if (gesture.type === 'cancel') hideGhost(bench)
    else if (gesture.pointer !== 'touch') showGhost(gesture.at, bench)
    return gesture.type === 'press' ? pressed(gesture.screen) : noteAtRest
  },
}

/** The note that a press would make: at the pointer, and on the line where it would join that. */
function showGhost(middle: Point, { live, scene }: Bench): void {
  live.ghost.set(middle)
  live.landing.set(landsOnTimeline(middle) ? landingOf(middle, new Set(), scene).number : null)
}

function hideGhost({ live }: Bench): void {
  live.ghost.set(null)
  live.landing.set(null)
}
