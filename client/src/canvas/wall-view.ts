import type { Layer } from 'konva/lib/Layer'
import type { MomentId } from '@momentous/shared/domain/id'
import { followTheme } from '../theme/theme.ts'
import type { FrameClock } from '../model/camera.ts'
import { around, type Rect } from '../model/geometry.ts'
import type { Bench } from '../tools/bench.ts'
import { createGlides, type Glides } from './glides.ts'
import { makeRoom } from './make-room.ts'
import { nextFade } from './paint-cursors.ts'
import { readTheme } from './paint-theme.ts'
import { noteFontReady } from './paint-type.ts'
import { createWallPainter, heldNotes, type WallPainter } from './wall-painter.ts'

/** Notes and ink at rest; what is being moved or drawn; rings, handles, dots and cursors. */
export interface Layers {
  readonly rest: Layer
  readonly moving: Layer
  readonly overlay: Layer
}

/** What is shown of an empty wall: room for ten moments. */
const TEN_MOMENTS: Rect = { x: -88, y: -166, w: 1166, h: 332 }

export interface WallView {
  readonly painter: WallPainter
  /** Starts to follow the board; returns the way to stop. */
  follow(layers: Layers): () => void
}

/** Everything between the board's changes and the layers that have to be painted again. No React in between. */
export function createWallView(bench: Bench, clock: FrameClock): WallView {
  let theme = readTheme()
  const glides = createGlides(clock)
  return {
    painter: createWallPainter(bench, glides, clock, () => theme),
    follow(layers) {
      const paintAll = () => Object.values<Layer>({ ...layers }).forEach((layer) => layer.batchDraw())
      const loop = createRestLoop(bench, layers, glides, clock)
      const stops = [
        loop.stop,
        followTheme(() => {
          theme = readTheme()
          paintAll()
        }),
        bench.camera.subscribe(paintAll),
        followScene(bench, layers, loop),
        followLive(bench, layers, loop),
        followPeers(bench, layers, loop, clock),
        publishOwn(bench),
      ]
      let here = true
      // Something may have been measured before, in a font that was not the notes' own.
      void noteFontReady().then(() => here && bench.scene.refit())
      paintAll()
      return () => {
        here = false
        stops.forEach((stop) => stop())
      }
    },
  }
}

/** Paints the layer at rest, and goes on for as long as notes glide on it. */
interface RestLoop {
  /** Notes in sight that belong elsewhere now set off. */
  depart(): void
  paint(): void
  stop(): void
}

function createRestLoop(bench: Bench, { rest, overlay }: Layers, glides: Glides, clock: FrameClock): RestLoop {
  let stop: (() => void) | null = null
  const step = () => {
    rest.batchDraw()
    overlay.batchDraw()
    stop = glides.running() ? clock.next(step) : null
  }
  const paint = () => {
    stop?.()
    step()
  }
  return {
    paint,
    depart() {
      const placed = makeRoom(bench)
      glides.depart((id) => {
        const note = bench.scene.note(id)
        return note && placed(note)
      })
      paint()
    },
    stop: () => stop?.(),
  }
}

function followScene({ scene, selection }: Bench, { moving }: Layers, loop: RestLoop): () => void {
  return scene.subscribe(() => {
    selection.keep((id) => scene.note(id) !== undefined)
    moving.batchDraw()
    loop.depart()
  })
}

/** Notes that are taken up leave the layer at rest, and come back when they are put down. */
function whenHeldChanges(bench: Bench, tell: () => void): () => void {
  let before: ReadonlySet<MomentId> = new Set()
  return () => {
    const now = new Set(heldNotes(bench).keys())
    if (now.size === before.size && [...now].every((id) => before.has(id))) return
    before = now
    tell()
  }
}

function followLive(bench: Bench, { rest, moving, overlay }: Layers, loop: RestLoop): () => void {
  const { live, desk, selection } = bench
  const paintOverlay = () => void overlay.batchDraw()
  const paintMoving = () => void moving.batchDraw()
  const paintRest = () => void rest.batchDraw()
  // What was put down glides from the hand to its place: back to the old one when the drop was refused.
  const heldChanged = whenHeldChanges(bench, loop.depart)
  const stops = [
    live.drag.subscribe(heldChanged),
    live.drag.subscribe(paintMoving),
    live.drag.subscribe(paintOverlay),
    live.landing.subscribe(paintMoving),
    live.landing.subscribe(loop.depart),
    live.stroke.subscribe(paintMoving),
    live.stroke.subscribe(paintOverlay),
    live.erasing.subscribe(paintRest),
    live.marquee.subscribe(paintOverlay),
    live.hover.subscribe(paintOverlay),
    selection.subscribe(paintOverlay),
    desk.editing.subscribe(paintRest),
    desk.editing.subscribe(paintOverlay),
  ]
  return () => stops.forEach((stop) => stop())
}

function followPeers(bench: Bench, { moving, overlay }: Layers, loop: RestLoop, clock: FrameClock): () => void {
  const { presence } = bench.wall
  const heldChanged = whenHeldChanges(bench, loop.depart)
  let busy = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const paint = () => {
    overlay.batchDraw()
    clearTimeout(timer)
    const wait = nextFade(presence.peers(), clock.now())
    if (wait !== null) timer = setTimeout(paint, wait)
  }
  const leave = presence.subscribe(() => {
    const nowBusy = presence.peers().some(({ drag, stroke }) => drag.size > 0 || stroke !== null)
    if (nowBusy || busy) moving.batchDraw()
    busy = nowBusy
    heldChanged()
    paint()
  })
  return () => {
    leave()
    clearTimeout(timer)
  }
}

/** What this person does goes out as presence; the wall decides how often, and whether at all. */
function publishOwn({ wall: { presence }, live, desk, selection }: Bench): () => void {
  const stops = [
    live.drag.subscribe(() => presence.publish({ drag: live.drag.get() })),
    live.stroke.subscribe(() => presence.publish({ stroke: live.stroke.get() })),
    selection.subscribe(() => presence.publish({ selection: [...selection.ids()] })),
    desk.editing.subscribe(() => presence.publish({ typing: desk.editing.get() })),
  ]
  return () => {
    stops.forEach((stop) => stop())
    presence.publish({ cursor: null, selection: [], typing: null, drag: new Map(), stroke: null })
  }
}

/** The first look at a board: all of it, as soon as its content is there and unless the person has already moved. */
export function lookFirst({ scene, camera, desk: { looked } }: Bench): () => void {
  const look = () => {
    const content = scene.bounds()
    camera.fit(around(content ? [TEN_MOMENTS, content] : [TEN_MOMENTS]) ?? TEN_MOMENTS, true)
    looked.set(content !== null)
  }
  if (!looked.get()) look()
  return scene.subscribe(() => {
    if (looked.get()) return
    if (camera.isFitted()) look()
    else looked.set(true)
  })
}
