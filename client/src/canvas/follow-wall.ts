import type { PieceId } from '@momentous/shared/domain/piece'
import { followTheme } from '../theme/theme.ts'
import { NOTHING_DONE } from '../model/peer-state.ts'
import type { Bench } from '../tools/bench.ts'
import { keepFollowing, publishView } from '../tools/following.ts'
import { pulledHere } from '../tools/pulls.ts'
import { mindSelection } from '../tools/selection-news.ts'
import { createAloft, type Aloft } from './aloft.ts'
import { followPeers } from './follow-peers.ts'
import { createFrames, type Frames } from './frames.ts'
import { layAhead } from './lay-ahead.ts'
import { paintAhead } from './paint-ahead.ts'
import { noteFontReady } from './paint-type.ts'
import { createOverPainter, type OverPainter } from './over-painter.ts'
import type { RestTiles } from './rest-tiles.ts'
import { createSheets, type Layers } from './sheets.ts'
import type { WallView } from './wall-view.ts'

const all = ['rest', 'moving', 'overlay'] as const

/** What moves on the wall, and who paints it. */
export interface Hands {
  readonly aloft: Aloft
  readonly over: OverPainter
}

export function createHands(bench: Bench, view: WallView): Hands {
  const aloft = createAloft(bench, view.clock)
  return { aloft, over: createOverPainter(bench, aloft, view) }
}

/**
 * Everything between the board's changes and the layers that have to be painted again; returns the way to stop. Only the
 * stage needs it: the first picture of the wall doesn't wait for it.
 */
export function followWall(bench: Bench, view: WallView, { over, aloft }: Hands, layers: Layers): () => void {
  const { tiles, settling, clock } = view
  view.lift(aloft)
  const sheets = createSheets(layers, { view, over, ask: () => followed.ask(...all) })
  const followed = createFrames(bench, { tiles, aloft, clock }, sheets)
  view.drive(followed)
  const askAll = () => followed.ask(...all)
  const stops = [
    followed.stop,
    sheets.stop,
    settling.follow(() => followed.ask('rest')),
    followTheme(() => {
      view.dress()
      askAll()
    }),
    bench.camera.subscribe(askAll),
    mindSelection(bench),
    bench.scene.subscribe(followed.askCalmly),
    followBallot(bench, followed),
    followLive(bench, tiles, followed),
    followPeers(bench, followed, clock),
    publishOwn(bench),
    layAhead(bench.scene),
    paintAhead(bench, tiles),
    publishView(bench),
    keepFollowing(bench),
  ]
  let here = true
  if (!view.measuredWell) void noteFontReady().then(() => here && bench.scene.refit())
  askAll()
  return () => {
    here = false
    view.drive(null)
    view.lift(null)
    stops.forEach((stop) => stop())
  }
}

/** One's own dots lie over the notes. */
function followBallot({ wall }: Bench, frames: Frames): () => void {
  return wall.subscribe(({ kind }) => {
    if (kind === 'ballot') frames.ask('overlay')
  })
}

function followLive(bench: Bench, tiles: RestTiles, frames: Frames): () => void {
  const { live, desk, selection, scene, wall } = bench
  const damage = (ids: Iterable<PieceId | null>) => {
    for (const id of ids) {
      const piece = id === null ? undefined : scene.piece(id)
      if (piece) tiles.damage(piece.bounds)
    }
    frames.ask('rest')
  }
  const overlay = () => frames.ask('overlay')
  const both = () => frames.ask('moving', 'overlay')
  const { ring, marquee, lasso, guides, hover, target, foundStage, ghost } = live
  const overlaid = [ring, marquee, lasso, guides, hover, target, foundStage, ghost, selection]
  let rubbed = live.erasing.get()
  let editing = desk.editing.get()
  let writing = desk.writing.get()
  const stops = [
    live.drag.subscribe(both),
    live.landing.subscribe(both),
    live.divider.subscribe(both),
    live.stroke.subscribe(both),
    live.shape.subscribe(both),
    live.bringing.subscribe(both),
    live.erasing.subscribe(() => {
      damage([...rubbed, ...live.erasing.get()])
      rubbed = live.erasing.get()
    }),
    live.rubbed.subscribe(() => {
      const part = live.rubbed.get()
      if (part) tiles.damage(part)
      frames.ask('rest')
    }),
    ...overlaid.map((each) => each.subscribe(overlay)),
    live.pointer.subscribe(() => {
      if (live.ring.get() !== null) overlay()
    }),
    desk.editing.subscribe(() => {
      damage([editing, desk.editing.get()])
      editing = desk.editing.get()
      frames.ask('overlay')
    }),
    desk.naming.subscribe(() => {
      for (const { bounds } of scene.stages()) tiles.damage(bounds)
      frames.ask('rest')
    }),
    desk.writing.subscribe(() => {
      damage([writing, desk.writing.get()])
      writing = desk.writing.get()
    }),
    bench.pictures.subscribe((hash) => {
      const shown = wall.shapes().filter((shape) => shape.kind === 'image' && shape.image.hash === hash)
      damage(shown.map(({ id }) => id))
    }),
  ]
  return () => stops.forEach((stop) => stop())
}

/** What this person does goes out as presence; the wall decides how often, and whether at all. */
function publishOwn({ wall: { presence }, live, desk, selection }: Bench): () => void {
  const stops = [
    live.drag.subscribe(() => presence.publish({ drag: live.drag.get() })),
    live.shape.subscribe(() => presence.publish({ pull: pulledHere(live) })),
    live.divider.subscribe(() => presence.publish({ pull: pulledHere(live) })),
    live.stroke.subscribe(() => presence.publish({ stroke: live.stroke.get() })),
    selection.subscribe(() => presence.publish({ selection: [...selection.pieces()] })),
    desk.editing.subscribe(() => presence.publish({ typing: desk.editing.get() })),
    desk.writing.subscribe(() => presence.publish({ writing: desk.writing.get() })),
    desk.naming.subscribe(() => presence.publish({ naming: desk.naming.get() })),
  ]
  return () => {
    stops.forEach((stop) => stop())
    presence.publish(NOTHING_DONE)
  }
}
