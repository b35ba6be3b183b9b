import { createHash } from 'node:crypto'
import { IMAGE_PIXELS_MAX, imageSizeOf, pixelsOf } from '@momentous/shared/exports/image-size'
import { IMAGE_BYTES_MAX, kindOfImage } from '../http/image-kind.ts'
import type { ImageBytes } from '../http/room-service.ts'

const INLINE = /"data:image\/(?:webp|png|jpeg);base64,([A-Za-z0-9+/=]+)"/gu

/** The pictures that lie in a page and that somebody wants, each under the hash of what it is; no page names them. */
export function imagesIn(page: string, wanted: ReadonlySet<string>): readonly ImageBytes[] {
  const found = new Map<string, Uint8Array>()
  if (wanted.size === 0) return []
  for (const [, base64 = ''] of page.matchAll(INLINE)) {
    if (base64.length > IMAGE_BYTES_MAX * 1.4) continue
    const bytes = Buffer.from(base64, 'base64')
    const hash = createHash('sha256').update(bytes).digest('hex')
    if (wanted.has(hash) && isFit(bytes)) found.set(hash, bytes)
    if (found.size === wanted.size) break
  }
  return Array.from(found, ([hash, bytes]) => ({ hash, bytes }))
}

/** By the same bounds as a picture that is brought by itself. */
function isFit(bytes: Uint8Array): boolean {
  const size = imageSizeOf(bytes)
  const fits = size !== null && pixelsOf(size) <= IMAGE_PIXELS_MAX
  return fits && bytes.length <= IMAGE_BYTES_MAX && kindOfImage(bytes) !== null
}
