import type { MomentId } from '@momentous/shared/domain/id'
import type { Place } from '@momentous/shared/domain/moment'
import type { PieceId } from '@momentous/shared/domain/piece'
import { pens } from '@momentous/shared/domain/pen'
import type { FrameClock } from '../model/camera.ts'
import { grow, type Rect } from '../model/geometry.ts'
import type { SceneNote } from '../model/note-scene.ts'
import type { Bench } from '../tools/bench.ts'
import { ownDots } from '../tools/press-note.ts'
import { handledNote } from '../tools/resize-note.ts'
import { isTyping, youWith } from '../words/canvas.ts'
import type { Glides } from './glides.ts'
import { makeRoom } from './make-room.ts'
import { chosen, factsReader } from './note-facts.ts'
import { paintCursors } from './paint-cursors.ts'
import { paintInk, paintLiveInk } from './paint-ink.ts'
import { LIFT, paintLifted, paintNote } from './paint-note.ts'
import * as overlay from './paint-overlay.ts'
import type { PaintTheme } from './paint-theme.ts'
import { paintDots, paintLanding, paintLine } from './paint-timeline.ts'
import type { ShownNote } from './shown-note.ts'

/** Notes may stick out of their rectangle by rings and shades. */
const MARGIN = 24
/** Below this zoom a pill is higher than a note's foot. */
const FOOT_ZOOM = 0.7

/** What the three layers paint with. Each function paints a whole layer; its transform is in board units or px. */
export interface WallPainter {
  rest(ctx: CanvasRenderingContext2D): void
  moving(ctx: CanvasRenderingContext2D): void
  overlay(ctx: CanvasRenderingContext2D): void
}

/** What is in somebody's hand, here or elsewhere, and where it is. */
export function heldNotes({ live, wall }: Bench): ReadonlyMap<PieceId, Place> {
  const own = live.drag.get()
  const dragging = wall.presence.peers().filter(({ drag }) => drag.size > 0)
  return dragging.length === 0 ? own : new Map<PieceId, Place>([...dragging.flatMap(({ drag }) => [...drag]), ...own])
}

export function createWallPainter(
  bench: Bench,
  glides: Glides,
  clock: FrameClock,
  theme: () => PaintTheme,
): WallPainter {
  return {
    rest: (ctx) => paintRest(ctx, bench, glides, theme()),
    moving: (ctx) => paintMoving(ctx, bench, glides, theme()),
    overlay: (ctx) => paintTop(ctx, bench, glides, clock.now(), theme()),
  }
}

function paintRest(ctx: CanvasRenderingContext2D, bench: Bench, glides: Glides, theme: PaintTheme): void {
  const { scene, camera, live, wall } = bench
  const view = grow(camera.visible(), MARGIN)
  const { zoom } = camera.view()
  const held = heldNotes(bench)
  const facts = factsReader(wall, bench)
  const placed = makeRoom(bench)
  const notes = scene
    .notesIn(view)
    .map((note): ShownNote => ({ note, rect: glides.shown(placed(note)), layout: note.layout, facts: facts(note) }))
  const paint = { theme, zoom, view }
  const lying = notes.filter(({ note }) => !held.has(note.id))
  paintLine(ctx, scene, lying, paint)
  paintDots(ctx, scene, chosen(wall) ?? new Set(), paint)
  for (const shown of lying) {
    paintNote(ctx, shown, paint)
    glides.saw(shown.note.id, shown.rect)
  }
  glides.keepOnly(new Set(notes.map(({ note }) => note.id)))
  paintInk(ctx, scene.strokesIn(view), live.erasing.get(), paint)
}

function paintMoving(ctx: CanvasRenderingContext2D, bench: Bench, glides: Glides, theme: PaintTheme): void {
  const { scene, camera, live, wall } = bench
  const paint = { theme, zoom: camera.view().zoom, view: camera.visible() }
  const facts = factsReader(wall, bench)
  for (const [id, place] of heldNotes(bench)) {
    const note = scene.note(id)
    if (!note) continue
    const { rect, layout } = scene.shape(note.moment, place)
    paintLifted(ctx, { note, rect, layout, facts: facts(note) }, paint)
    glides.saw(note.id, { ...rect, y: rect.y - LIFT })
  }
  const landing = live.landing.get()
  if (landing !== null) paintLanding(ctx, landing, paint)
  for (const { stroke } of wall.presence.peers()) if (stroke) paintLiveInk(ctx, stroke, theme)
  const own = live.stroke.get()
  if (own) paintLiveInk(ctx, own, theme)
}

function paintTop(ctx: CanvasRenderingContext2D, bench: Bench, glides: Glides, now: number, theme: PaintTheme): void {
  const { scene, camera, selection, live, wall } = bench
  const { zoom } = camera.view()
  const held = heldNotes(bench)
  const placed = makeRoom(bench)
  const onScreen = (rect: Rect): Rect => ({ ...camera.toScreen(rect), w: rect.w * zoom, h: rect.h * zoom })
  const rectOf = (note: SceneNote): Rect => {
    const place = held.get(note.id)
    if (!place) return onScreen(glides.shown(placed(note)))
    const { rect } = scene.shape(note.moment, place)
    return onScreen({ ...rect, y: rect.y - LIFT })
  }
  const noteRects = (ids: Iterable<MomentId>) =>
    Array.from(ids)
      .flatMap((id) => scene.note(id) ?? [])
      .map(rectOf)
  const hover = live.hover.get()
  const inView = scene.notesIn(grow(camera.visible(), MARGIN))

  overlay.paintHover(ctx, noteRects(hover === null ? [] : [hover]), theme)
  if (wall.session().phase === 'colour') {
    const bare = inView.filter(
      ({ moment, number }) => moment.channel === null && number !== null && !selection.has(moment.id),
    )
    overlay.paintUncoloured(ctx, bare.map(rectOf), theme)
  }
  overlay.paintUnsaved(ctx, inView.filter(({ id }) => wall.unsaved(id)).map(rectOf), theme)
  paintPeers(ctx, bench, rectOf, theme)
  const handled = live.drag.get().size > 0 ? undefined : handledNote(bench)
  overlay.paintSelected(ctx, noteRects(selection.ids()), handled ? rectOf(handled) : null, theme)
  paintTarget(ctx, bench, rectOf, theme)
  for (const [id, count] of Object.entries(ownDots(wall))) {
    const note = inView.find((each) => each.id === id)
    if (note) overlay.paintOwnDots(ctx, glides.shown(note), count, zoom, camera.toScreen, theme)
  }
  const marquee = live.marquee.get()
  if (marquee) overlay.paintMarquee(ctx, onScreen(marquee), theme)
  paintCursors(ctx, wall.presence.peers(), { theme, now, own: live.pointer.get(), toScreen: camera.toScreen })
}

function paintPeers(
  ctx: CanvasRenderingContext2D,
  { wall, scene, camera }: Bench,
  rectOf: (note: SceneNote) => Rect,
  theme: PaintTheme,
): void {
  for (const { name, selection, typing } of wall.presence.peers()) {
    const ids = typing !== null && !selection.includes(typing) ? [...selection, typing] : selection
    ids.forEach((id, index) => {
      const note = scene.note(id)
      if (!note) return
      const words = id === typing ? isTyping(name) : index === 0 ? name : null
      const inFoot = id === typing && note.moment.channel === null && camera.view().zoom >= FOOT_ZOOM
      overlay.paintPeerRing(ctx, rectOf(note), words === null ? null : { words, inFoot }, theme)
    })
  }
}

/** While a type pen draws in Colour, the note under it wears the pen's colour. */
function paintTarget(
  ctx: CanvasRenderingContext2D,
  { live, scene, wall, camera }: Bench,
  rectOf: (note: SceneNote) => Rect,
  theme: PaintTheme,
): void {
  const stroke = live.stroke.get()
  if (!stroke || pens[stroke.pen].type === null || wall.session().phase !== 'colour') return
  const tip = { x: stroke.points.at(-3) ?? 0, y: stroke.points.at(-2) ?? 0 }
  const note = scene.noteAt(tip)
  if (note) overlay.paintPenTarget(ctx, rectOf(note), stroke.pen, theme)
  const { x, y } = camera.toScreen(tip)
  overlay.paintPill(ctx, youWith(pens[stroke.pen].label), x + 8, y + 22, theme)
}
