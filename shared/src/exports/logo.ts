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

/** So high is it at the head of a page, in pixels of a screen; no wider than so much of them. */
const SHOWN = { height: 56, width: 320 } as const

/** How large a logo is shown, in whole pixels of a screen. */
export function shownSize({ width, height }: Pick<Logo, 'width' | 'height'>): Pick<Logo, 'width' | 'height'> {
  const scale = Math.min(1, SHOWN.height / height, SHOWN.width / width)
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/** The logo that a file is written with; null where there is none that it could show. */
export const logoIn = (bytes: Uint8Array | null | undefined): Logo | null =>
  bytes === undefined || bytes === null ? null : logoOf(bytes)

/** Null for a file that is no PNG and no JPEG, or that says of itself what can't be. */
export function logoOf(bytes: Uint8Array): Logo | null {
  const kind = bytes[0] === 0x89 ? 'png' : bytes[0] === 0xff ? 'jpg' : null
  const size = imageSizeOf(bytes)
  if (kind === null || size === null || Math.max(size.width, size.height) > SIDE_MAX) return null
  return { kind, bytes, ...size }
}
