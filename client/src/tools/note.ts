import { toolWords } from '../words/canvas.ts'
import { NOTE_HEIGHT, NOTE_WIDTH } from '@momentous/shared/board/timeline'
import type { MomentId } from '@momentous/shared/domain/id'
import type { Place } from '@momentous/shared/domain/moment'
import { distance, type Point } from '../model/geometry.ts'
import type { Bench } from './bench.ts'
import { landingOf, landsOnTimeline } from './landing.ts'
import type { Tool, ToolState } from './tool.ts'

const SLIP = 8

/** A new note with its middle there: near the timeline it joins the order, elsewhere it stays where it was put. */
function putNote(middle: Point, { wall, scene, selection, desk }: Bench): void {
  const id = wall.newId<MomentId>()
  const tidy = landsOnTimeline(middle)
  const place: Place | null = tidy
    ? null
    : [middle.x - NOTE_WIDTH / 2, middle.y - NOTE_HEIGHT / 2, NOTE_WIDTH, NOTE_HEIGHT]
  const after = landingOf(middle, new Set(), scene).after
  const ruling = wall.act('add-moment', { id, text: '', after, place: place && [...place] })
  if (!ruling.allowed) return
  selection.set([id])
  desk.editing.set(id)
}

function pressed(start: Point): ToolState {
  const state: ToolState = {
    on(gesture, bench) {
      if (gesture.type === 'cancel') return rest
      if (gesture.type !== 'lift') return state
      if (distance(gesture.screen, start) <= SLIP) putNote(gesture.at, bench)
      return rest
    },
  }
  return state
}

const rest: ToolState = {
  on: (gesture) => (gesture.type === 'press' ? pressed(gesture.screen) : rest),
}

export const note: Tool = {
  label: toolWords.note,
  icon: 'sticky-note',
  shortcut: 'N',
  roles: ['facilitator', 'participant'],
  shelf: 'notes',
  extra: false,
  row: 'moment',
  cursor: 'copy',
  rest,
}
