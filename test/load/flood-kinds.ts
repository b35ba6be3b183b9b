import { openBoard, type Board } from '@momentous/shared/board/board'
import { NOTE_HEIGHT, NOTE_WIDTH } from '@momentous/shared/board/timeline'
import { createRecord, updateRecord } from '@momentous/shared/board/write'
import { drawStroke } from '@momentous/shared/commands/draw-stroke'
import { eraseStrokes } from '@momentous/shared/commands/erase-strokes'
import { newId, type MomentId, type StrokeId } from '@momentous/shared/domain/id'
import { papers } from '@momentous/shared/domain/moment'
import { randomBytes } from 'node:crypto'
import * as Y from 'yjs'
import { question, sync } from '../support/raw-frames.ts'
import { createAuthor, random } from './author.ts'
import { createSpeech, updateFrame } from './speech.ts'

/** The ways to flood a board. */
export const floodKinds = [
  'edits',
  'presence',
  'draw and erase',
  'refused updates',
  'questions',
  'huge updates',
  'garbage',
  'sockets',
] as const
export type FloodKind = (typeof floodKinds)[number]

/** What one socket sends, frame by frame; null when it has said enough, and goes. */
export type Flow = () => Uint8Array | null

/** What each new socket of such a flood sends. */
export const flows: Readonly<Record<FloodKind, () => Flow>> = {
  edits() {
    const author = createAuthor()
    let at = 0
    return () => updateFrame(at++ === 0 ? author.first : author.move([at % 8000, at % 500]))
  },
  presence() {
    const speech = createSpeech('ours', 0)
    let at = 0
    return () => speech.presence([at++ % 8000, 0])
  },
  'draw and erase': drawing,
  'refused updates': () => () => updateFrame(foreign()),
  questions() {
    let at = 0
    // Everything, or nearly: each other question names an author that nobody knows.
    return () => (at++ % 2 === 0 ? question() : sync(0, Uint8Array.of(1, 5, 1)))
  },
  'huge updates': () => () => updateFrame(huge()),
  garbage: () => () => randomBytes(64),
  sockets: () => () => null,
}

/** One change of a document of its own, as the update that it makes. */
function written(change: (board: Board) => void): Uint8Array {
  const doc = new Y.Doc({ gc: false })
  const board = openBoard(doc)
  doc.transact(() => change(board))
  return Y.encodeStateAsUpdate(doc)
}

function drawing(): Flow {
  const doc = new Y.Doc()
  const board = openBoard(doc)
  const points = Array.from({ length: 300 }, (_, at) => at)
  let made: Uint8Array = new Uint8Array()
  let drawn: StrokeId | null = null
  doc.on('update', (update: Uint8Array) => (made = update))
  return () => {
    const before = drawn
    drawn = before === null ? newId<StrokeId>(random) : null
    doc.transact(() => {
      if (before !== null) eraseStrokes.apply(board, { ids: [before] }, random)
      else if (drawn !== null) drawStroke.apply(board, { id: drawn, pen: 'ink', width: 4, points }, random)
    })
    return updateFrame(made)
  }
}

/** Something that no participant may write, in an update of some size. */
const foreign = kept(() =>
  written(({ doc }) => {
    for (let at = 0; at < 200; at++) doc.getMap('elsewhere').set(`key ${at}`, at)
  }),
)

/** About as many parts as one update may have: one note that is moved and given another paper again and again. */
const HUGE_PARTS = 11_500

/** Each of them is new to the board. */
function huge(): Uint8Array {
  return written(({ moments }) => {
    const id = newId<MomentId>(random)
    createRecord(moments, 'moments', id, { text: 'x', order: 'a0', paper: papers[0], place: placeAt(0) })
    for (let at = 1; at < HUGE_PARTS; at++) {
      updateRecord(moments, id, at % 2 === 0 ? { place: placeAt(at) } : { paper: papers[at % papers.length] })
    }
  })
}

const placeAt = (at: number): number[] => [at + 0.123456789, at + 0.987654321, NOTE_WIDTH, NOTE_HEIGHT]

/** Made once, when it is needed first. */
function kept<Value>(make: () => Value): () => Value {
  let value: Value | null = null
  return () => (value ??= make())
}
