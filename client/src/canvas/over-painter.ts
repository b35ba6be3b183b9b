import { NOTE_HEIGHT, NOTE_WIDTH } from '@momentous/shared/board/timeline'
import type { MomentId } from '@momentous/shared/domain/id'
import type { PieceId } from '@momentous/shared/domain/piece'
import { pens } from '@momentous/shared/domain/pen'
import type { FrameClock } from '../model/flight.ts'
import { isMarker } from '@momentous/shared/drawing/ink-outline'
import { grow, intersects, type Point, type Rect } from '@momentous/shared/scene/geometry'
import type { SceneNote } from '@momentous/shared/scene/note-layout'
import { stemOf } from '@momentous/shared/scene/stem'
import type { Bench } from '../tools/bench.ts'
import { ownDots } from '../tools/press-note.ts'
import { handledConnector } from '../tools/connector-ends.ts'
import { isLifted, ringed } from '../tools/ring.ts'
import { handled, handleSpots } from '../tools/handles.ts'
import { connectorsPulled, dividersPulled } from '../tools/pulls.ts'
import { youWith } from '../words/canvas.ts'
import type { Aloft } from './aloft.ts'
import { paintComing } from './image-painter.ts'
import { isSeen } from './fading.ts'
import { paintCursors } from './paint-cursors.ts'
import { blendMarker, createLiveInk, type LiveInk } from './live-ink.ts'
import { paintPeerInk } from './paint-ink.ts'
import { paintNote } from './paint-note.ts'
import { paintGuides, paintLasso } from './paint-guides.ts'
import * as overlay from './paint-overlay.ts'
import { paintPeers } from './paint-peers.ts'
import type { PaintTheme } from './paint-theme.ts'
import { paintDividerInHand } from './paint-stages.ts'
import { paintLanding, paintStems } from './paint-timeline.ts'
import { paintHeldPiece, paintPiece } from './piece-painters.ts'
import { lookOf } from './rest-painter.ts'
import { paintShapeInHand } from './paint-shape-in-hand.ts'

/** Notes may stick out of their rectangle by rings and shades. */
const MARGIN = 24

/** What lies over the notes at rest. Every context is scaled to pixels of the page. */
export interface OverPainter {
  moving(ctx: CanvasRenderingContext2D): void
  /** Rings, handles, guides, dots and cursors. */
  overlay(ctx: CanvasRenderingContext2D): void
  /** Is there anything that moves? */
  moves(): boolean
  /** Is there anything to lay over the notes? */
  overlays(): boolean
  /** Does this person drag something? */
  drags(): boolean
  /** Is what moves blended with what lies below? Then it needs a canvas of its own. */
  blends(): boolean
}

export function createOverPainter(bench: Bench, aloft: Aloft, { clock, theme }: OverDesk): OverPainter {
  const { live, wall, selection } = bench
  const liveInk = createLiveInk()
  return {
    moving: (ctx) => inBoardUnits(ctx, bench, () => paintMoving(ctx, bench, aloft, liveInk, theme())),
    overlay: (ctx) => paintTop(ctx, bench, aloft, clock.now(), theme()),
    moves: () =>
      aloft.held().size > 0 ||
      aloft.running() ||
      live.landing.get() !== null ||
      live.divider.get() !== null ||
      live.stroke.get() !== null ||
      live.shape.get() !== null ||
      live.bringing.get().length > 0 ||
      wall.presence.peers().some(({ stroke, pull }) => stroke !== null || pull !== null),
    overlays: () =>
      selection.pieces().size > 0 ||
      live.hover.get() !== null ||
      live.marquee.get() !== null ||
      live.lasso.get().length > 0 ||
      live.guides.get().length > 0 ||
      live.ring.get() !== null ||
      live.stroke.get() !== null ||
      live.target.get() !== null ||
      live.foundStage.get() !== null ||
      live.ghost.get() !== null ||
      wall.presence.peers().some((peer) => isSeen(peer, clock.now())) ||
      Object.keys(ownDots(wall)).length > 0,
    drags: () => live.drag.get().size > 0,
    blends() {
      const stroke = live.stroke.get()
      return stroke !== null && isMarker(stroke)
    },
  }
}

interface OverDesk {
  readonly clock: FrameClock
  theme(): PaintTheme
}

/** The corner is snapped to a pixel of the device, so that edges stay sharp. */
function inBoardUnits(ctx: CanvasRenderingContext2D, { camera }: Bench, paint: () => void): void {
  const { x, y, zoom } = camera.view()
  ctx.save()
  const scale = zoom * ctx.getTransform().a
  ctx.setTransform(scale, 0, 0, scale, Math.round(-x * scale), Math.round(-y * scale))
  paint()
  ctx.restore()
}

function paintMoving(
  ctx: CanvasRenderingContext2D,
  bench: Bench,
  aloft: Aloft,
  liveInk: LiveInk,
  theme: PaintTheme,
): void {
  const { scene, camera, live, wall } = bench
  const view = grow(camera.visible(), MARGIN)
  const { zoom } = camera.view()
  const look = lookOf(bench, theme, zoom, null)
  const paint = { theme, zoom, view }
  const travelling = aloft.travelling().filter(([, rect]) => intersects(rect, view))
  paintStems(
    ctx,
    travelling.flatMap(([{ number }, rect]) => (number === null ? [] : stemOf(number, rect))),
    paint,
  )
  for (const connector of aloft.following()) paintPiece(ctx, connector, look)
  for (const [note, rect] of travelling)
    paintNote(ctx, { note, rect, layout: note.layout, facts: look.facts(note) }, look)
  for (const [id, place] of aloft.held()) {
    const [x, y, w, h] = place
    const piece = intersects({ x, y, w, h }, view) ? scene.piece(id) : undefined
    if (piece) paintHeldPiece(ctx, piece, place, look)
  }
  const landing = live.landing.get()
  if (landing !== null) paintLanding(ctx, landing, paint)
  const divider = live.divider.get()
  if (divider !== null) paintDividerInHand(ctx, divider.first, scene, { ...paint, colour: theme.accent })
  for (const first of dividersPulled(bench)) paintDividerInHand(ctx, first, scene, { ...paint, colour: theme.ink })
  for (const { stroke } of wall.presence.peers()) if (stroke) paintPeerInk(ctx, stroke, theme)
  const own = live.stroke.get()
  blendMarker(ctx.canvas, own, theme)
  if (own) liveInk.paint(ctx, own, theme)
  for (const pulled of connectorsPulled(bench)) paintShapeInHand(ctx, pulled, aloft.rectOf, look)
  const shape = live.shape.get()
  if (shape) paintShapeInHand(ctx, shape, aloft.rectOf, look)
  for (const rect of live.bringing.get()) paintComing(ctx, rect, look)
}

function paintTop(ctx: CanvasRenderingContext2D, bench: Bench, aloft: Aloft, now: number, theme: PaintTheme): void {
  const { scene, camera, live, wall } = bench
  const { zoom } = camera.view()
  const view = camera.visible()
  const onScreen = (rect: Rect): Rect => ({ ...camera.toScreen(rect), w: rect.w * zoom, h: rect.h * zoom })
  const rects = (ids: Iterable<PieceId>): Rect[] =>
    Array.from(ids).flatMap((id) => {
      const rect = aloft.rectOf(id)
      return rect && intersects(rect, view) ? [onScreen(rect)] : []
    })
  const hover = live.hover.get()
  const ghost = live.ghost.get()
  if (ghost) overlay.paintGhost(ctx, onScreen(noteAround(ghost)), theme)

  overlay.paintHover(ctx, rects(hover === null || isLifted(hover, bench) ? [] : [hover]), theme)
  const onScreenOf = (id: PieceId) => {
    const rect = aloft.rectOf(id)
    return rect ? onScreen(rect) : null
  }
  paintPeers(ctx, bench, { shownRect: onScreenOf, onScreen }, theme)
  overlay.paintSelected(ctx, [...rects(ringed(bench)), ...foundTitle(bench).map(onScreen)], theme)
  const held = live.drag.get().size > 0 ? null : handled(bench)
  if (held) {
    const frame = onScreen(held.rect)
    overlay.paintHandles(ctx, handleSpots(frame, held.corners), held.pieces.length > 1 ? frame : null, theme)
  }
  const connector = live.shape.get() || live.drag.get().size > 0 ? null : handledConnector(bench)
  if (connector) {
    const spots = [connector.path.start, connector.path.end].map(camera.toScreen)
    overlay.paintEnds(ctx, spots, theme)
  }
  paintTarget(ctx, bench, (note) => onScreen(aloft.shown(note)), theme)
  const target = live.target.get()
  overlay.paintSelected(ctx, rects(target === null ? [] : [target]), theme)
  for (const [id, count] of Object.entries(ownDots(wall))) {
    const note = scene.note(id as MomentId)
    if (note) overlay.paintOwnDots(ctx, aloft.shown(note), count, zoom, camera.toScreen, theme)
  }
  const marquee = live.marquee.get()
  if (marquee) overlay.paintMarquee(ctx, onScreen(marquee), theme)
  paintLasso(ctx, live.lasso.get().map(camera.toScreen), theme)
  paintGuides(ctx, live.guides.get(), camera.toScreen, theme)
  const [ring, pointer] = [live.ring.get(), live.pointer.get()]
  if (ring !== null && pointer) overlay.paintEraser(ctx, pointer, ring, theme)
  paintCursors(ctx, wall.presence.peers(), { theme, now, own: live.pointer.get(), toScreen: camera.toScreen })
}

/** The title of a stage is no piece that could be selected, but it can be found. */
function foundTitle({ live, scene }: Bench): Rect[] {
  const id = live.foundStage.get()
  return id === null ? [] : scene.stages().flatMap((stage) => (stage.id === id ? stage.box : []))
}

const noteAround = ({ x, y }: Point): Rect => ({
  ...{ x: x - NOTE_WIDTH / 2, y: y - NOTE_HEIGHT / 2 },
  ...{ w: NOTE_WIDTH, h: NOTE_HEIGHT },
})

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
