import { imageSizeOf } from './image-size.ts'

/** A firm's picture as documents can show it. */
export interface Logo {
  readonly kind: 'png' | 'jpg'
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
}

/** So large may a side be; more is no logo, and would take the memory of whoever opens the file. */
const SIDE_MAX = 4096

/** Null for a file that is no PNG and no JPEG, or that says of itself what can't be. */
export function logoOf(bytes: Uint8Array): Logo | null {
  const kind = bytes[0] === 0x89 ? 'png' : bytes[0] === 0xff ? 'jpg' : null
  const size = imageSizeOf(bytes)
  if (kind === null || size === null || Math.max(size.width, size.height) > SIDE_MAX) return null
  return { kind, bytes, ...size }
}
