import { openBoard } from '@momentous/shared/board/board'
import { createRecord } from '@momentous/shared/board/write'
import { newId, type StrokeId } from '@momentous/shared/domain/id'
import { setTimeout as wait } from 'node:timers/promises'
import * as Y from 'yjs'
import { question } from '../support/raw-frames.ts'
import { seededNumbers, seededRandom } from '../support/seeded-random.ts'
import { takeSeats, type LoadBoard } from './boards.ts'
import { inTheMiddle, NOTE, wander, type GridBoard, type GridNote } from './canvas-board.ts'
import { rawLine, type RawLine } from './raw-line.ts'
import { createSpeech, protocolsFor, updateFrame, updateIn } from './speech.ts'
import { roomOf } from './stage.ts'

const MOVERS = 10
const WATCHERS = 20
const MOVES_PER_SECOND = 200
/** As many as ten people may make at once. */
const EDITS_PER_SECOND = 400
const CURSORS_PER_SECOND = 10
const TICK = 5

/** The others on the board: real seats on real lines. */
export interface Movers {
  /** Two hundred moves a second, half of them among the `near` notes in the middle; answers how many were made. */
  move(seconds: number, near: number): Promise<number>
  /** The same with thirty cursors. */
  crowd(seconds: number, near: number): Promise<number>
  /** Makes so many changes of every kind, as fast as the server takes them: moves, letters, lines drawn and erased. */
  edit(count: number): Promise<void>
  /** Where a note lies now, as the others were told. */
  placeOf(note: GridNote): readonly number[]
  leave(): void
}

export async function seatMovers(origin: string, board: LoadBoard, grid: GridBoard): Promise<Movers> {
  const tokens = await takeSeats(origin, board, MOVERS + WATCHERS)
  const url = roomOf(origin, board, []).url
  const next = seededNumbers(9)
  const speech = createSpeech('ours', 0)
  const lines = await Promise.all(tokens.map((token, at) => lineOf(url, board.from, token, at === 0 ? grid.doc : null)))
  const clients = lines.map(() => Math.floor(next() * 0x7fffffff))
  const { moments } = openBoard(grid.doc)
  const placeOf = ({ id }: GridNote) => moments.get(id)?.get('place') as readonly number[]
  grid.doc.on('update', (update: Uint8Array, origin: unknown) => {
    const line = lines.find((each) => each === origin)
    line?.send(updateFrame(update))
  })
  const pulse = setInterval(() => lines.forEach((line) => line.send(speech.pulse() ?? new Uint8Array())), 3_000)

  const moveOne = (mover: number, note: GridNote | undefined) => {
    if (note === undefined) return
    const [x = 0, y = 0] = placeOf(note)
    const place = [Math.round(x + (next() - 0.5) * 40), Math.round(y + (next() - 0.5) * 40), NOTE, NOTE]
    grid.doc.clientID = clients[mover] ?? 0
    grid.doc.transact(() => moments.get(note.id)?.set('place', place), lines[mover])
  }
  const keepGoing = async (seconds: number, near: number, cursors: boolean) => {
    const middle = inTheMiddle(grid, near)
    const from = performance.now()
    const past = () => (performance.now() - from) / 1000
    let [moved, told] = [0, 0]
    while (past() < seconds) {
      for (; moved < past() * MOVES_PER_SECOND; moved++) {
        const among = moved % 2 === 0 ? middle : grid.notes
        moveOne(moved % MOVERS, among[Math.floor(next() * among.length)])
      }
      for (; cursors && told < past() * CURSORS_PER_SECOND * lines.length; told++) {
        const at = [grid.width / 2 + (next() - 0.5) * 2000, grid.height / 2 + (next() - 0.5) * 1200] as const
        lines[told % lines.length]?.send(speech.presence([Math.round(at[0]), Math.round(at[1])]))
      }
      await wait(TICK)
    }
    if (!lines.every((line) => line.isOpen())) throw new Error('Somebody was sent away from the board.')
    return moved
  }

  const editSome = async (count: number) => {
    const edits = editsOf(grid, next)
    const from = performance.now()
    for (let made = 0; made < count; await wait(TICK)) {
      for (; made < count && made < ((performance.now() - from) / 1000) * EDITS_PER_SECOND; made++) {
        const mover = made % MOVERS
        grid.doc.clientID = clients[mover] ?? 0
        if (made % 5 < 4) moveOne(mover, grid.notes[Math.floor(next() * grid.notes.length)])
        else grid.doc.transact(edits, lines[mover])
      }
    }
  }

  return {
    edit: editSome,
    move: (seconds, near) => keepGoing(seconds, near, false),
    crowd: (seconds, near) => keepGoing(seconds, near, true),
    placeOf,
    leave() {
      clearInterval(pulse)
      for (const line of lines) line.close()
    },
  }
}

/** One change after the other that is no move: letters come and go, lines are drawn and erased. What is written stays as long as it was. */
function editsOf(grid: GridBoard, next: () => number): () => void {
  const { moments, ink } = openBoard(grid.doc)
  const written: Y.Text[] = []
  const drawn: StrokeId[] = []
  const write = () => {
    const text = moments.get(grid.notes[Math.floor(next() * grid.notes.length)]?.id ?? '')?.get('text')
    if (!(text instanceof Y.Text)) return
    text.insert(text.length, 'so ')
    written.push(text)
  }
  const unwrite = () => {
    const text = written.shift()
    text?.delete(text.length - 3, 3)
  }
  const draw = () => {
    const id = newId<StrokeId>(seededRandom(Math.floor(next() * 2 ** 31)))
    const points = wander(next() * grid.width, next() * grid.height, next)
    createRecord(ink, 'ink', id, { pen: 'ink', width: 4, points })
    drawn.push(id)
  }
  const erase = () => {
    const id = drawn.shift()
    if (id !== undefined) ink.delete(id)
  }
  const kinds = [write, draw, unwrite, erase]
  let at = 0
  return () => kinds[at++ % kinds.length]?.()
}

/** A line that follows the board into `doc`, or only talks. */
function lineOf(url: URL, from: string, token: string, doc: Y.Doc | null): Promise<RawLine> {
  return new Promise((resolve, reject) => {
    const hear = (payload: Buffer) => {
      const update = updateIn(payload)
      if (update !== null && doc !== null) Y.applyUpdate(doc, update)
    }
    rawLine({
      ...{ url, from },
      protocols: protocolsFor('ours', token),
      hear: doc === null ? undefined : hear,
      opened(opened) {
        opened.send(question())
        resolve(opened)
      },
      closed: (why) => reject(new Error(`Somebody could not come to the board: ${why}`)),
    })
  })
}
