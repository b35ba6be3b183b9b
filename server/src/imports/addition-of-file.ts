import { additionOf, type Addition, type Host } from '@momentous/shared/additions/addition'
import { factsOf, type AdditionFacts } from '@momentous/shared/additions/addition-facts'
import { roomFor } from '@momentous/shared/additions/room-for'
import { writeAddition } from '@momentous/shared/additions/write-addition'
import { openBoard } from '@momentous/shared/board/board'
import type { RecordRoot } from '@momentous/shared/board/records'
import { Unreadable } from '@momentous/shared/imports/unreadable'
import { getRandomValues } from 'node:crypto'
import * as Y from 'yjs'
import type { ImageBytes, Weight } from '../http/room-service.ts'
import { boardFileOf } from './board-file-of.ts'

export interface AskedAddition {
  readonly kind: 'addition'
  readonly bytes: Uint8Array
  readonly host: Host
  /** The words of the moments that stand on the board. */
  readonly words: ReadonlySet<string>
  /** How many records of each kind it has, also those in its bin. */
  readonly held: Readonly<Record<RecordRoot, number>>
  /** Is it only to be told what would be added? */
  readonly preview: boolean
}

export interface ToldAddition {
  readonly kind: 'addition'
  readonly facts: AdditionFacts
  /** Null where it was only to be told. */
  readonly content: {
    readonly addition: Addition
    readonly weight: Weight
    readonly images: readonly ImageBytes[]
  } | null
}

/** What a board's file adds to a board, and how much that weighs there. */
export function toldAddition({ bytes, host, words, held, preview }: AskedAddition): ToldAddition {
  const file = boardFileOf(bytes)
  const images = file.images.filter(({ hash }) => !host.images.has(hash))
  const hashes = new Set([...host.images, ...images.map(({ hash }) => hash)])
  const addition = additionOf(file.board, { ...host, images: hashes }, random)
  // Once more when it is done: told at once it spares somebody the way there.
  const room = roomFor(addition, (root) => held[root])
  if (!room.allowed) throw new Unreadable(room.reason)
  const facts = factsOf(file.board, addition, words)
  return { kind: 'addition', facts, content: preview ? null : { addition, weight: weightOf(addition), images } }
}

const random = (filled: Uint8Array): Uint8Array => getRandomValues(filled as Uint8Array<ArrayBuffer>)

/** Here, where nobody waits for it: what it comes to in a document of its own. */
function weightOf(addition: Addition): Weight {
  const doc = new Y.Doc()
  doc.transact(() => writeAddition(openBoard(doc), addition, random))
  let parts = 0
  for (const structs of doc.store.clients.values()) parts += structs.length
  return { bytes: Y.encodeStateAsUpdate(doc).length, parts }
}
