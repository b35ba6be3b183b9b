import { newId as idFrom } from '@momentous/shared/domain/id'

/** Fills the array with random bytes; needs no secure context. */
export function random(bytes: Uint8Array): Uint8Array {
  bytes.set(crypto.getRandomValues(new Uint8Array(bytes.length)))
  return bytes
}

export function newId<Id extends string>(): Id {
  return idFrom<Id>(random)
}
