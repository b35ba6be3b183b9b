import type { BoardId } from '@momentous/shared/domain/id'
import { digest } from 'lib0/hash/sha256'
import * as v from 'valibot'

/** What the server takes in one piece. */
export const IMAGE_BYTES_MAX = 300_000

const WAIT_MS = 30_000
const told = v.object({ error: v.object({ message: v.string() }) })

/** Whose images: the token travels in a header, never in the address. */
export interface ImageShelf {
  readonly board: BoardId
  readonly token: string
}

/** SHA-256 in hexadecimal; a page without https has no other way to it. */
export function hashOf(bytes: Uint8Array): string {
  return Array.from(digest(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

const asked = ({ board, token }: ImageShelf, hash: string, facts: RequestInit & { readonly type?: string }) =>
  fetch(`/api/boards/${board}/images/${hash}`, {
    ...facts,
    headers: { authorization: `Bearer ${token}`, ...(facts.type === undefined ? {} : { 'content-type': facts.type }) },
    signal: AbortSignal.timeout(WAIT_MS),
  })

/** Null for an image that is not to be had now. */
export async function fetchImage(shelf: ImageShelf, hash: string): Promise<Blob | null> {
  const response = await asked(shelf, hash, { method: 'GET' })
  return response.ok ? response.blob() : null
}

/** Null once the image is on the board's shelf, else why it isn't; an empty reason where nobody could be asked. */
export async function sendImage(shelf: ImageShelf, hash: string, image: Blob): Promise<string | null> {
  try {
    const response = await asked(shelf, hash, { method: 'PUT', body: image, type: image.type })
    if (response.ok) return null
    const parsed = v.safeParse(told, await response.json().catch(() => null))
    return parsed.success ? parsed.output.error.message : ''
  } catch {
    return ''
  }
}
