import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'

/** Longer words are read by the browser: a call to it costs as much as this many letters. */
const SHORT = 64
/** Names of fields and values are short, and the same again and again; words that people wrote are not. */
const REPEATED = 14
const SHELF = 1024
const LETTER = 128
/** What stands before a string among the values, and before a list. */
const STRING = 119
const LIST = 117

/**
 * Applies what a board is made of, in one go. A board of 10,000 notes holds 100,000 strings, nearly all of them a few plain
 * letters: they are put together here, and of those that repeat one is kept for all.
 */
export function loadUpdates(doc: Y.Doc, updates: readonly Uint8Array[], origin?: unknown): void {
  const shelf: string[] = Array.from({ length: SHELF }, () => '')
  class Reading extends Y.UpdateDecoderV1 {
    override readString(): string {
      return readShort(this.restDecoder, shelf)
    }
    override readKey(): string {
      return readShort(this.restDecoder, shelf)
    }
    override readAny(): unknown {
      const { restDecoder } = this
      const kind = restDecoder.arr[restDecoder.pos]
      if (kind !== STRING) return kind === LIST ? exactly(super.readAny()) : super.readAny()
      restDecoder.pos++
      return readShort(restDecoder, shelf)
    }
  }
  doc.transact((transaction) => {
    for (const update of updates) Y.applyUpdateV2(doc, update, origin, Reading)
    takeUp(transaction)
  }, origin)
}

/** A list that was made by adding to it has room for sixteen more. */
function exactly(list: unknown): unknown {
  return Array.isArray(list) ? list.slice() : list
}

/** Most values of a board are alone in a list; the room that Yjs made for more is given back. */
function takeUp({ doc, beforeState }: Y.Transaction): void {
  for (const [client, structs] of doc.store.clients) {
    const known = beforeState.get(client) ?? 0
    for (let at = structs.length - 1; at >= 0; at--) {
      const struct = structs[at]
      if (struct === undefined || struct.id.clock < known) break
      if (struct instanceof Y.Item && struct.content instanceof Y.ContentAny)
        struct.content.arr = struct.content.arr.slice()
    }
  }
}

function readShort(decoder: decoding.Decoder, shelf: string[]): string {
  const { arr, pos } = decoder
  const length = arr[pos] ?? 0
  const end = pos + 1 + length
  if (length > SHORT || end > arr.length) return decoding.readVarString(decoder)
  let mark = length
  for (let at = pos + 1; at < end; at++) {
    const letter = arr[at] ?? LETTER
    if (letter >= LETTER) return decoding.readVarString(decoder)
    mark = (mark * 31 + letter) % 0x7fffff
  }
  decoder.pos = end
  if (length > REPEATED) return lettersOf(arr, pos + 1, end)
  const known = shelf[mark % SHELF] ?? ''
  if (isSame(known, arr, pos + 1, end)) return known
  return (shelf[mark % SHELF] = lettersOf(arr, pos + 1, end))
}

const lettersOf = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to))

function isSame(known: string, bytes: Uint8Array, from: number, to: number): boolean {
  if (known.length !== to - from) return false
  for (let at = 0; at < known.length; at++) if (known.charCodeAt(at) !== bytes[from + at]) return false
  return true
}

/** Does this change the document? An answer that tells nothing new comes with everything that was ever removed. */
export function changes(doc: Y.Doc, apply: () => void): boolean {
  let changed = false
  const look = ({ deleteSet, beforeState, afterState }: Y.Transaction) => {
    changed ||= deleteSet.clients.size > 0
    for (const [client, clock] of afterState) changed ||= beforeState.get(client) !== clock
  }
  doc.on('afterTransaction', look)
  apply()
  doc.off('afterTransaction', look)
  // What belongs to something that isn't here yet waits in the document.
  return changed || doc.store.pendingStructs !== null || doc.store.pendingDs !== null
}
