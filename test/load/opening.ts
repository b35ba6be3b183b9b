import type { LoadBoard } from './boards.ts'
import { rawLine, type RawLine } from './raw-line.ts'
import { question } from '../support/raw-frames.ts'
import { protocolsFor, updateIn, type Tongue } from './speech.ts'
import { roomOf } from './stage.ts'

/** A board as it arrived, piece by piece. */
export interface Opening {
  readonly from: number
  readonly pieces: readonly Piece[]
}

interface Piece {
  readonly at: number
  readonly update: Uint8Array
}

/** The rest of a board may follow in pieces: it is complete when nothing has come for this long, in milliseconds. */
const QUIET = 500

/** Comes to a board with nothing, takes all of it, and goes. */
export function openCold(origin: string, board: LoadBoard, tongue: Tongue): Promise<Opening> {
  const from = performance.now()
  const pieces: Piece[] = []
  return new Promise((resolve, reject) => {
    let quiet: NodeJS.Timeout | undefined
    const line: RawLine = rawLine({
      url: roomOf(origin, board, []).url,
      protocols: protocolsFor(tongue, board.tokens.participant),
      from: board.from,
      hear(payload) {
        const at = performance.now()
        const update = updateIn(payload)
        if (update === null) return
        pieces.push({ at, update })
        clearTimeout(quiet)
        quiet = setTimeout(() => {
          resolve({ from, pieces })
          line.close()
        }, QUIET)
      },
      opened: (opened) => opened.send(question()),
      closed: (why) => reject(new Error(`A board did not open: ${why}`)),
    })
  })
}
