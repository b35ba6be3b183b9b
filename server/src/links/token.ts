import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** 160 random bits in 27 characters: the secret of a link or a seat. */
export const TOKEN_PATTERN = /^[A-Za-z0-9_-]{27}$/

export function newToken(): string {
  return randomBytes(20).toString('base64url')
}

/** The only form in which a token is ever kept. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

/** Compares two hashes in a time that says nothing about where they differ. */
export function sameHash(a: string, b: string): boolean {
  const left = Buffer.from(a)
  const right = Buffer.from(b)
  return left.length === right.length && timingSafeEqual(left, right)
}
