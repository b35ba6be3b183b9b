/** What a device sends is shrunk to less than this. */
export const IMAGE_BYTES_MAX = 300_000

export type ImageKind = 'image/webp' | 'image/png' | 'image/jpeg'

const startsWith = (bytes: Uint8Array, at: number, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[at + index] === byte)

const letters = (word: string): readonly number[] => [...new TextEncoder().encode(word)]

/** By its first bytes, whatever it calls itself; null for anything else. An SVG may hold a program, and is none of them. */
export function kindOfImage(bytes: Uint8Array): ImageKind | null {
  if (startsWith(bytes, 0, [0x89, ...letters('PNG'), 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png'
  if (startsWith(bytes, 0, [0xff, 0xd8, 0xff])) return 'image/jpeg'
  return startsWith(bytes, 0, letters('RIFF')) && startsWith(bytes, 8, letters('WEBP')) ? 'image/webp' : null
}
