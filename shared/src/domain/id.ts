declare const brand: unique symbol
type Branded<Name extends string> = string & { readonly [brand]: Name }

export type BoardId = Branded<'board'>
export type SeatId = Branded<'seat'>
export type MomentId = Branded<'moment'>
export type StrokeId = Branded<'stroke'>
export type ShapeId = Branded<'shape'>
export type StageId = Branded<'stage'>
/** Pieces with the same one are selected and moved together. */
export type GroupId = Branded<'group'>
/** Ideas, builds and concerns: a hash of a secret that stays on the author's device (rules.md, edge 4). */
export type IdeaId = Branded<'idea'>
export type BuildId = Branded<'build'>
export type ConcernId = Branded<'concern'>
export type ActionId = Branded<'action'>
export type RungId = Branded<'rung'>
export type CommandId = Branded<'command'>

/** What an id may look like anywhere: 8 to 44 URL-safe characters, and nothing that every object has (`__proto__`, `constructor`). */
export const ID_PATTERN =
  /^(?!__|constructor$|hasOwnProperty$|isPrototypeOf$|propertyIsEnumerable$|toString$|toLocaleString$)[A-Za-z0-9_-]{8,44}$/

/** Whether something that came from outside can be an id; of what, whoever asks knows. */
export function isId<Id extends string>(text: unknown): text is Id {
  return typeof text === 'string' && ID_PATTERN.test(text)
}

/** Alphabet for new ids: 32 letters and digits that no reader confuses (no l, o, 0 or 1). */
const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789'

/** An id of 12 characters (60 bits) out of random bytes; `random` must fill the array with uniform bytes. */
export function newId<Id extends string>(random: (bytes: Uint8Array) => Uint8Array): Id {
  let id = ''
  for (const byte of random(new Uint8Array(12))) id += ALPHABET.charAt(byte % 32)
  return id as Id
}
