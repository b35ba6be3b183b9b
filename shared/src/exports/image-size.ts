/** How many pixels a picture has, as its file says itself. */
export interface ImageSize {
  readonly width: number
  readonly height: number
}

/** No picture of a board has more: unpacked it takes four bytes a pixel, however small its file is. */
export const IMAGE_PIXELS_MAX = 16_000_000

export const pixelsOf = ({ width, height }: ImageSize): number => width * height

/** Reads the header of a PNG, a JPEG or a WebP, and unpacks nothing. Null for what doesn't say a size in the usual place. */
export function imageSizeOf(bytes: Uint8Array): ImageSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const said = sizeByKind(bytes, view)
  return said !== null && said.width > 0 && said.height > 0 ? said : null
}

/** By its first byte no file is of two kinds: what unpacks it takes it for the same. */
function sizeByKind(bytes: Uint8Array, view: DataView): ImageSize | null {
  if (bytes[0] === 0x89 && saysAt(bytes, 1, 'PNG')) return pngSize(bytes, view)
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return jpegSize(bytes, view)
  return saysAt(bytes, 0, 'RIFF') && saysAt(bytes, 8, 'WEBP') ? webpSize(bytes, view) : null
}

const saysAt = (bytes: Uint8Array, at: number, word: string): boolean =>
  Array.from(word).every((letter, index) => bytes[at + index] === letter.charCodeAt(0))

function pngSize(bytes: Uint8Array, view: DataView): ImageSize | null {
  if (bytes.length < 24 || !saysAt(bytes, 12, 'IHDR')) return null
  return { width: view.getUint32(16), height: view.getUint32(20) }
}

const WEBP_SIDE = 0x3fff

/** A WebP says it in its first chunk; where that is VP8X, what comes after has to lie within that size. */
function webpSize(bytes: Uint8Array, view: DataView): ImageSize | null {
  if (bytes.length < 30) return null
  if (saysAt(bytes, 12, 'VP8X')) return { width: uint24(view, 24) + 1, height: uint24(view, 27) + 1 }
  if (saysAt(bytes, 12, 'VP8L')) {
    const packed = view.getUint32(21, true)
    return { width: (packed & WEBP_SIDE) + 1, height: ((packed >>> 14) & WEBP_SIDE) + 1 }
  }
  if (!saysAt(bytes, 12, 'VP8 ')) return null
  return { width: view.getUint16(26, true) & WEBP_SIDE, height: view.getUint16(28, true) & WEBP_SIDE }
}

const uint24 = (view: DataView, at: number): number => view.getUint16(at, true) + view.getUint8(at + 2) * 0x1_00_00

/** Marks that a picture begins, but these three of their row, which are tables. */
const beginsPicture = (kind: number): boolean => kind >= 0xc0 && kind <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(kind)
/** Marks without a length, or that end what comes before the pixels: a size that stands behind one is another reader's guess. */
const isBare = (kind: number): boolean => kind <= 0x01 || (kind >= 0xd0 && kind <= 0xda)

/** A JPEG says its size in the first of its segments that begins a picture. */
function jpegSize(bytes: Uint8Array, view: DataView): ImageSize | null {
  for (let at = 2; at + 9 <= bytes.length;) {
    const kind = bytes[at + 1] ?? 0
    if (bytes[at] !== 0xff || isBare(kind)) return null
    // Before a mark may be any number of filling bytes.
    if (kind === 0xff) at += 1
    else if (beginsPicture(kind)) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    else at += 2 + view.getUint16(at + 2)
  }
  return null
}
