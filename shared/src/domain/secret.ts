import { digest } from 'lib0/hash/sha256'
import { encodeUtf8 } from 'lib0/string'

const HEX = '0123456789abcdef'

/**
 * The public id of something written anonymously: the first 40 hex digits of the SHA-256 of a random secret that
 * never leaves the author's device except to prove ownership (rules.md, edge 4). Needs no secure context.
 */
export function idOfSecret<Id extends string>(secret: string): Id {
  let id = ''
  for (const byte of digest(encodeUtf8(secret)).subarray(0, 20)) id += HEX.charAt(byte >> 4) + HEX.charAt(byte & 15)
  return id as Id
}
