import { strFromU8, unzipSync } from 'fflate'
import { inflateSync } from 'node:zlib'

/** All that a file says, packed or not: every part of a zip, every stream of a PDF, and what stands around them. */
export function everythingIn(written: string | Uint8Array): string {
  if (typeof written === 'string') return written
  const kind = strFromU8(written.subarray(0, 4), true)
  if (kind.startsWith('PK')) {
    return Object.entries(unzipSync(written))
      .flatMap(([path, part]) => [path, strFromU8(part), strFromU8(part, true)])
      .join('\n')
  }
  const plain = strFromU8(written, true)
  return kind === '%PDF' ? [plain, ...streamsOf(plain)].join('\n') : `${plain}\n${strFromU8(written)}`
}

function streamsOf(pdf: string): string[] {
  return [...pdf.matchAll(/stream\r?\n([\s\S]*?)endstream/gu)].flatMap(([, packed = '']) => {
    try {
      const stream = inflateSync(Buffer.from(packed, 'latin1'))
      // Texts of a PDF's own facts are UTF-16.
      return [stream.toString('latin1'), stream.toString('utf16le'), stream.swap16().toString('utf16le')]
    } catch {
      return []
    }
  })
}
