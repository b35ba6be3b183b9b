import { importBounds } from '@momentous/shared/imports/bounds'
import { Unreadable } from '@momentous/shared/imports/unreadable'
import { crc32, inflateRawSync } from 'node:zlib'

/** The parts of a zipped file that somebody asks for; each is unpacked when it is. */
export interface Zip {
  has(path: string): boolean
  /** Null when there is no such part. Throws `Unreadable` for a damaged one, and for one that unpacks to too much. */
  part(path: string): Uint8Array | null
}

const [END, ENTRY, LOCAL] = [0x06054b50, 0x02014b50, 0x04034b50]
const DAMAGED = 'This file is damaged, or only a part of it is here. Save it again, then bring it.'
const TOO_MUCH = 'This file unpacks to more than a form can be. Nothing of it was read.'

interface Entry {
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly offset: number
}

/** Opens a zip by its own table of contents. What the table says of sizes is believed nowhere. */
export function openZip(bytes: Uint8Array): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = guarded(() => entriesOf(view, bytes))
  let room: number = importBounds.allBytes
  return {
    has: (path) => entries.has(path),
    part(path) {
      const entry = entries.get(path)
      if (entry === undefined) return null
      const part = guarded(() => unpacked(view, bytes, entry, Math.min(room, importBounds.partBytes)))
      if (crc32(part) !== entry.crc) throw new Unreadable(DAMAGED)
      room -= part.length
      return part
    },
  }
}

/** Whatever points outside of the bytes says that the file isn't whole. */
function guarded<Result>(read: () => Result): Result {
  try {
    return read()
  } catch (error) {
    if (error instanceof Unreadable) throw error
    const isTooMuch = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    throw new Unreadable(isTooMuch ? TOO_MUCH : DAMAGED)
  }
}

function entriesOf(view: DataView, bytes: Uint8Array): ReadonlyMap<string, Entry> {
  const end = endOf(view)
  const [count, from] = [view.getUint16(end + 10, true), view.getUint32(end + 16, true)]
  if (count > importBounds.zipEntries) throw new Unreadable(TOO_MUCH)
  const entries = new Map<string, Entry>()
  const text = new TextDecoder()
  for (let [at, left] = [from, count]; left > 0; left--) {
    if (view.getUint32(at, true) !== ENTRY) throw new Unreadable(DAMAGED)
    const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true))
    const path = text.decode(bytes.subarray(at + 46, at + 46 + (name ?? 0)))
    if ((view.getUint16(at + 8, true) & 1) === 1)
      throw new Unreadable('This file is protected by a password. Save it without one, then bring it.')
    entries.set(path, {
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    })
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return entries
}

/** The end of the table of contents; a comment of at most 65,535 bytes may follow it. */
function endOf(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 65_535); at--) {
    if (view.getUint32(at, true) === END) return at
  }
  throw new Unreadable(DAMAGED)
}

function unpacked(view: DataView, bytes: Uint8Array, { method, packed, offset }: Entry, most: number): Uint8Array {
  if (view.getUint32(offset, true) !== LOCAL) throw new Unreadable(DAMAGED)
  const from = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  const content = bytes.subarray(from, from + packed)
  if (content.length !== packed || (method !== 0 && method !== 8)) throw new Unreadable(DAMAGED)
  if (method === 8) return inflateRawSync(content, { maxOutputLength: Math.max(1, most) })
  if (packed > most) throw new Unreadable(TOO_MUCH)
  return content
}
