/** A firm's picture as documents can show it. */
export interface Logo {
  readonly kind: 'png' | 'jpg'
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
}

const PNG = [0x89, 0x50, 0x4e, 0x47]
/** So large may a side be; more is no logo, and would take the memory of whoever opens the file. */
const SIDE_MAX = 4096

/** Null for a file that is no PNG and no JPEG, or that says of itself what can't be. */
export function logoOf(bytes: Uint8Array): Logo | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 32) return null
  if (PNG.every((byte, at) => bytes[at] === byte)) return checked('png', bytes, view.getUint32(16), view.getUint32(20))
  return bytes[0] === 0xff && bytes[1] === 0xd8 ? jpeg(bytes, view) : null
}

/** A JPEG says its size in the first of its segments that begins a picture. */
function jpeg(bytes: Uint8Array, view: DataView): Logo | null {
  for (let at = 2; at + 9 < bytes.length; at += 2 + view.getUint16(at + 2)) {
    const kind = bytes[at + 1] ?? 0
    if (bytes[at] !== 0xff) return null
    const begins = kind >= 0xc0 && kind <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(kind)
    if (begins) return checked('jpg', bytes, view.getUint16(at + 7), view.getUint16(at + 5))
  }
  return null
}

function checked(kind: Logo['kind'], bytes: Uint8Array, width: number, height: number): Logo | null {
  const fits = [width, height].every((side) => side >= 1 && side <= SIDE_MAX)
  return fits ? { kind, bytes, width, height } : null
}
