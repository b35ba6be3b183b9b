import { decodeUtf8 } from 'lib0/string'
import { Unreadable } from './unreadable.ts'

/** What a byte of 0x80 to 0x9f means in Windows-1252; the rest is as in Latin-1. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
const PIECE = 8_192

/**
 * The text of a file: by its byte order mark as UTF-8 or UTF-16, else as UTF-8, else, where that can't be, as what
 * spreadsheets of the west save without asking. Broken characters become the sign for one.
 */
export function decodeText(bytes: Uint8Array): string {
  const [first, second, third] = bytes
  if (first === 0xff && second === 0xfe) return utf16(bytes.subarray(2), 0)
  if (first === 0xfe && second === 0xff) return utf16(bytes.subarray(2), 1)
  const hasMark = first === 0xef && second === 0xbb && third === 0xbf
  const text = utf8(hasMark ? bytes.subarray(3) : bytes) ?? windows(bytes)
  if (text.includes('\0')) throw new Unreadable('This file is no text. Save it as CSV in UTF-8, or as .xlsx.')
  return text
}

/** Null for what isn't UTF-8. */
export function utf8(bytes: Uint8Array): string | null {
  try {
    return decodeUtf8(bytes)
  } catch {
    return null
  }
}

function utf16(bytes: Uint8Array, high: 0 | 1): string {
  return inPieces(Math.floor(bytes.length / 2), (at) => {
    const [one = 0, other = 0] = [bytes[at * 2], bytes[at * 2 + 1]]
    return high === 1 ? one * 256 + other : other * 256 + one
  }).toWellFormed()
}

function windows(bytes: Uint8Array): string {
  return inPieces(bytes.length, (at) => {
    const byte = bytes[at] ?? 0
    return byte >= 0x80 && byte < 0xa0 ? WINDOWS.charCodeAt(byte - 0x80) : byte
  })
}

function inPieces(length: number, unit: (at: number) => number): string {
  let text = ''
  for (let from = 0; from < length; from += PIECE) {
    const units = Array.from({ length: Math.min(PIECE, length - from) }, (_none, at) => unit(from + at))
    text += String.fromCharCode(...units)
  }
  return text
}
