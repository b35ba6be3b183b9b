import * as decoding from 'lib0/decoding'

/** Parts of one author that follow each other without a hole, as they lie in an update (v1). */
export interface Group {
  readonly client: number
  readonly clock: number
  /** The first clock after them. */
  readonly until: number
  readonly count: number
  readonly from: number
  readonly to: number
}

/** One part: where it lies, what it covers, and the ids of what must be there before it. */
export interface Part {
  readonly clock: number
  readonly length: number
  readonly from: number
  readonly to: number
  /** Client and clock in turn. */
  readonly needs: readonly number[]
}

export interface UpdateBytes {
  readonly groups: readonly Group[]
  /** How many authors the deletions name, and where they lie after that number. */
  readonly deletes: { readonly authors: number; readonly from: number }
}

const [ORIGIN, RIGHT_ORIGIN, SUB_KEY, CONTENT] = [0x80, 0x40, 0x20, 0x1f]
const [GC, SKIP] = [0, 10]

/**
 * Finds out where what lies in an update (v1), without making anything of it: some fifty times faster than applying it.
 * Throws for what is no whole update, and for one with a hole in it.
 */
export function readUpdateBytes(bytes: Uint8Array, onPart?: (client: number, part: Part) => void): UpdateBytes {
  const decoder = decoding.createDecoder(bytes)
  const groups: Group[] = []
  for (let left = decoding.readVarUint(decoder); left > 0; left--) groups.push(readGroup(decoder, onPart))
  const authors = decoding.readVarUint(decoder)
  const deletes = { authors, from: decoder.pos }
  for (let author = 0; author < authors; author++) {
    decoding.readVarUint(decoder)
    for (let range = decoding.readVarUint(decoder) * 2; range > 0; range--) decoding.readVarUint(decoder)
  }
  if (decoding.hasContent(decoder)) throw new Error('There is something behind the update.')
  return { groups, deletes }
}

function readGroup(decoder: decoding.Decoder, onPart?: (client: number, part: Part) => void): Group {
  const count = decoding.readVarUint(decoder)
  const client = decoding.readVarUint(decoder)
  const clock = decoding.readVarUint(decoder)
  const start = decoder.pos
  let until = clock
  for (let left = count; left > 0; left--) {
    const from = decoder.pos
    const needs: number[] = []
    const length = readPart(decoder, needs)
    onPart?.(client, { clock: until, length, from, to: decoder.pos, needs })
    until += length
  }
  return { client, clock, until, count, from: start, to: decoder.pos }
}

/** Answers the part's length in clocks. */
function readPart(decoder: decoding.Decoder, needs: number[]): number {
  const info = decoding.readUint8(decoder)
  const content = info & CONTENT
  if (content === SKIP) throw new Error('The update has a hole.')
  if (content === GC) return decoding.readVarUint(decoder)
  const neighbours = (info & (ORIGIN | RIGHT_ORIGIN)) !== 0
  if ((info & ORIGIN) !== 0) readId(decoder, needs)
  if ((info & RIGHT_ORIGIN) !== 0) readId(decoder, needs)
  if (!neighbours) {
    if (decoding.readVarUint(decoder) === 1) skipBytes(decoder)
    else readId(decoder, needs)
    if ((info & SUB_KEY) !== 0) skipBytes(decoder)
  }
  return readContent(decoder, content)
}

function readId(decoder: decoding.Decoder, needs: number[]): void {
  needs.push(decoding.readVarUint(decoder), decoding.readVarUint(decoder))
}

/** A string, or bytes: both have their length before them. */
function skipBytes(decoder: decoding.Decoder): void {
  const length = decoding.readVarUint(decoder)
  decoder.pos += length
  if (decoder.pos > decoder.arr.length) throw new Error('The update is cut short.')
}

/** What a part may hold, by the five bits that say so. */
const DELETED = 1
const JSON_TEXTS = 2
const BYTES = 3
const CHARACTERS = 4
const EMBED = 5
const FORMAT = 6
const TYPE = 7
const VALUES = 8
const DOCUMENT = 9

/** Types that have a name of their own behind them: XML elements and hooks. */
const namedTypes = new Set([3, 5])

function readContent(decoder: decoding.Decoder, content: number): number {
  switch (content) {
    case DELETED:
      return decoding.readVarUint(decoder)
    case JSON_TEXTS:
      return readMany(decoder, skipBytes)
    case BYTES:
    case EMBED:
      skipBytes(decoder)
      return 1
    case CHARACTERS:
      return decoding.readVarString(decoder).length
    case FORMAT:
      skipBytes(decoder)
      skipBytes(decoder)
      return 1
    case TYPE:
      if (namedTypes.has(decoding.readVarUint(decoder))) skipBytes(decoder)
      return 1
    case VALUES:
      return readMany(decoder, decoding.readAny)
    case DOCUMENT:
      skipBytes(decoder)
      decoding.readAny(decoder)
      return 1
    default:
      throw new Error('The update holds something unknown.')
  }
}

function readMany(decoder: decoding.Decoder, readOne: (decoder: decoding.Decoder) => unknown): number {
  const length = decoding.readVarUint(decoder)
  for (let left = length; left > 0; left--) readOne(decoder)
  return length
}
