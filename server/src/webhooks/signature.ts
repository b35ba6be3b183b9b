import { createHmac, randomBytes } from 'node:crypto'
import type { Instant } from '@momentous/shared/domain/session'

const PREFIX = 'whsec_'

/** 256 random bits, written as the Standard Webhooks specification writes them. */
export function newSecret(): string {
  return PREFIX + randomBytes(32).toString('base64')
}

/** By which the other side knows who sent this and that nobody changed it (standardwebhooks.com). */
export function signedHeaders(secret: string, id: string, now: Instant, body: Uint8Array): Record<string, string> {
  const timestamp = String(Math.floor(now / 1000))
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` }
}
