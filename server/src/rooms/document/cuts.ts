import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { placeInOrder } from './placing.ts'
import { readUpdateBytes, type Part } from './update-bytes.ts'

/** Parts of one author in one piece of a document, as they lie in its update. */
export interface Run {
  readonly client: number
  readonly clock: number
  readonly count: number
  readonly from: number
  readonly to: number
}

export interface Cuts {
  /** In an order in which each piece finds what it builds on. */
  readonly pieces: readonly (readonly Run[])[]
  readonly deletes: { readonly authors: number; readonly from: number }
}

/** What one piece may hold: a few milliseconds to apply. */
const MOST_PARTS = 400
const MOST_BYTES = 32 * 1024

/**
 * Finds where a document's update (v1) can be cut, so that its pieces applied one after another never leave anything
 * waiting. Throws when the update alone makes no whole document.
 */
export function findCuts(whole: Uint8Array, mostParts: number = MOST_PARTS): Cuts {
  const parts = new Map<number, Part[]>()
  const { deletes } = readUpdateBytes(whole, (client, part) => {
    const own = parts.get(client)
    if (own === undefined) parts.set(client, [part])
    else own.push(part)
  })
  const reached = new Map<number, number>()
  const piece = createPieces(mostParts)
  const placed = placeInOrder(
    parts,
    (part) => missing(part, reached),
    (client, part) => {
      piece.add(client, part)
      reached.set(client, part.clock + part.length)
    },
  )
  if (!placed) throw new Error('The document has parts that wait for something.')
  return { pieces: piece.all(), deletes }
}

/** The author of something that this part needs and that isn't there yet. */
function missing({ needs }: Part, reached: ReadonlyMap<number, number>): number | null {
  for (let at = 0; at < needs.length; at += 2) {
    const [client = 0, clock = 0] = [needs[at], needs[at + 1]]
    if (clock >= (reached.get(client) ?? 0)) return client
  }
  return null
}

interface Pieces {
  add(client: number, part: Part): void
  all(): readonly (readonly Run[])[]
}

function createPieces(mostParts: number): Pieces {
  const pieces: Run[][] = []
  let runs = new Map<number, Run>()
  let [parts, bytes] = [0, 0]

  function end(): void {
    if (runs.size > 0) pieces.push([...runs.values()])
    runs = new Map()
    parts = 0
    bytes = 0
  }

  return {
    add(client, { clock, from, to }) {
      const run = runs.get(client)
      runs.set(client, run ? { ...run, count: run.count + 1, to } : { client, clock, count: 1, from, to })
      parts++
      bytes += to - from
      if (parts >= mostParts || bytes >= MOST_BYTES) end()
    },
    all() {
      end()
      return pieces
    },
  }
}

export function writeCuts({ pieces, deletes }: Cuts): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, deletes.authors)
  encoding.writeVarUint(encoder, deletes.from)
  encoding.writeVarUint(encoder, pieces.length)
  for (const piece of pieces) {
    encoding.writeVarUint(encoder, piece.length)
    for (const { client, clock, count, from, to } of piece)
      for (const number of [client, clock, count, from, to - from]) encoding.writeVarUint(encoder, number)
  }
  return encoding.toUint8Array(encoder)
}

/** The cuts as they were kept; found anew for a snapshot without any. Throws when they can't be read. */
export function cutsOf({ whole, cuts }: { readonly whole: Uint8Array; readonly cuts: Uint8Array }): Cuts {
  if (cuts.length === 0) return findCuts(whole)
  const decoder = decoding.createDecoder(cuts)
  const number = (): number => decoding.readVarUint(decoder)
  const deletes = { authors: number(), from: number() }
  const pieces = Array.from({ length: number() }, () =>
    Array.from({ length: number() }, (): Run => {
      const [client, clock, count, from] = [number(), number(), number(), number()]
      return { client, clock, count, from, to: from + number() }
    }),
  )
  return { pieces, deletes }
}

/** The pieces as updates (v1), one at a time; what was deleted comes last. */
export function* piecesOf(whole: Uint8Array, { pieces, deletes }: Cuts): Generator<Uint8Array> {
  for (const piece of pieces) {
    const encoder = encoding.createEncoder()
    writeRuns(encoder, piece, whole)
    encoding.writeVarUint(encoder, 0)
    yield encoding.toUint8Array(encoder)
  }
  if (deletes.authors === 0) return
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, 0)
  encoding.writeVarUint(encoder, deletes.authors)
  encoding.writeUint8Array(encoder, whole.subarray(deletes.from))
  yield encoding.toUint8Array(encoder)
}

function writeRuns(encoder: encoding.Encoder, runs: readonly Run[], whole: Uint8Array): void {
  encoding.writeVarUint(encoder, runs.length)
  for (const { client, clock, count, from, to } of runs) {
    encoding.writeVarUint(encoder, count)
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock)
    encoding.writeUint8Array(encoder, whole.subarray(from, to))
  }
}
