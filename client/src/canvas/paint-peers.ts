import type { PieceId } from '@momentous/shared/domain/piece'
import type { Rect } from '@momentous/shared/scene/geometry'
import type { Bench } from '../tools/bench.ts'
import { isTyping } from '../words/canvas.ts'
import { paintPeerRing } from './paint-overlay.ts'
import type { PaintTheme } from './paint-theme.ts'

/** Below this zoom a pill is higher than a note's foot. */
const FOOT_ZOOM = 0.7

/** What others have selected, and what they type into. */
export function paintPeers(
  ctx: CanvasRenderingContext2D,
  { wall, scene, camera }: Bench,
  { shownRect, onScreen }: { shownRect(id: PieceId): Rect | null; onScreen(rect: Rect): Rect },
  theme: PaintTheme,
): void {
  for (const { name, selection, ...peer } of wall.presence.peers()) {
    const named = peer.naming === null ? undefined : scene.stages().find(({ id }) => id === peer.naming)
    if (named) paintPeerRing(ctx, onScreen(named.box), { words: isTyping(name), inFoot: false }, theme)
    const typing = peer.typing ?? peer.writing
    const ids = typing !== null && !selection.includes(typing) ? [...selection, typing] : selection
    ids.forEach((id, index) => {
      const rect = shownRect(id)
      if (!rect) return
      const note = scene.note(id)
      const words = id === typing ? isTyping(name) : index === 0 ? name : null
      const inFoot = id === typing && note?.moment.channel === null && camera.view().zoom >= FOOT_ZOOM
      paintPeerRing(ctx, rect, words === null ? null : { words, inFoot }, theme)
    })
  }
}
