import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/** What one try costs whoever has the database: 2^15 rounds in 32 MB, some tens of milliseconds. */
const COST = 15
const BYTES = 32

/** What the disk keeps of a passphrase: how it was hashed, a salt of its own, the hash. */
export async function hashPassphrase(said: string): Promise<string> {
  const salt = randomBytes(16)
  const hash = await derive(said, salt, COST)
  return ['scrypt', COST, salt.toString('base64url'), hash.toString('base64url')].join('$')
}

/** Compares in a time that says nothing about where they differ. */
export async function fitsPassphrase(said: string, kept: string): Promise<boolean> {
  const [how, cost, salt = '', hash = ''] = kept.split('$')
  const wanted = Buffer.from(hash, 'base64url')
  if (how !== 'scrypt' || wanted.length !== BYTES) return false
  return timingSafeEqual(await derive(said, Buffer.from(salt, 'base64url'), Number(cost)), wanted)
}

/** The same words typed on another keyboard are the same words. */
export function plainPassphrase(said: string): string {
  return said.normalize('NFKC').trim()
}

function derive(said: string, salt: Uint8Array, cost: number): Promise<Buffer> {
  const options = { N: 2 ** cost, r: 8, p: 1, maxmem: 2 ** (cost + 11) }
  return new Promise((resolve, reject) => {
    scrypt(plainPassphrase(said), salt, BYTES, options, (error, key) => (error === null ? resolve(key) : reject(error)))
  })
}
