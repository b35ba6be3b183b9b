import { centre, type Rect } from '@momentous/shared/scene/geometry'
import { clampZoom } from '../model/zoom-range.ts'
import { ZOOM_EASY } from '../model/view.ts'
import type { Bench } from './bench.ts'

/**
 * Nobody types what they can't read: words that are too small on the screen come closer, and what is larger than the
 * room beside the keyboard goes as far away as it must. Else the wall only moves if some of them is hidden.
 */
export function showToType(rect: Rect, { camera }: Pick<Bench, 'camera'>): void {
  const free = camera.free()
  const { zoom } = camera.view()
  const fits = Math.min(free.w / rect.w, free.h / rect.h)
  if (zoom >= ZOOM_EASY && zoom <= fits) return camera.reveal(rect)
  const wish = clampZoom(Math.max(ZOOM_EASY, Math.min(fits, zoom >= ZOOM_EASY ? zoom : 1)))
  const [middle, room] = [centre(rect), centre(free)]
  camera.glideTo({ x: middle.x - room.x / wish, y: middle.y - room.y / wish, zoom: wish })
}

export const isHardToRead = ({ camera }: Pick<Bench, 'camera'>): boolean => camera.view().zoom < ZOOM_EASY
