import { openBoard } from '@momentous/shared/board/board'
import { keyBetween } from '@momentous/shared/board/order'
import { NOTE_HEIGHT, NOTE_WIDTH } from '@momentous/shared/board/timeline'
import { createRecord, updateRecord } from '@momentous/shared/board/write'
import { newId, type MomentId } from '@momentous/shared/domain/id'
import { papers } from '@momentous/shared/domain/moment'
import { updateKey } from '@momentous/shared/wire/update-key'
import * as Y from 'yjs'
import { seededNumbers } from '../support/seeded-random.ts'
import { random } from './author.ts'
import { makeBoard, takeSeat, type LoadBoard } from './boards.ts'
import { rawLine, type RawLine } from './raw-line.ts'
import { question } from '../support/raw-frames.ts'
import { createSpeech, protocolsFor, updateFrame } from './speech.ts'
import { roomOf } from './stage.ts'

const AUTHORS = 20
const words =
  'customer calls the desk waits on hold then agent finds order and explains why the parcel is late offers refund or voucher sends email with link'.split(
    ' ',
  )

/** So many notes by twenty people, as one update each: every tenth was moved afterwards. */
export function notesBy(count: number): readonly Uint8Array[] {
  const next = seededNumbers(7)
  const upTo = (most: number) => Math.floor(next() * most)
  const text = () =>
    Array.from({ length: 11 }, () => words[upTo(words.length)])
      .join(' ')
      .slice(0, 60)
  const place = () => [upTo(9000), upTo(4000), NOTE_WIDTH, NOTE_HEIGHT]
  return Array.from({ length: Math.min(AUTHORS, count) }, (_, author) => {
    const doc = new Y.Doc()
    const { moments } = openBoard(doc)
    let order: string | null = null
    for (let at = author; at < count; at += AUTHORS) {
      const id = newId<MomentId>(random)
      order = keyBetween(order, null, random)
      const note = { text: text(), order, paper: papers[upTo(papers.length)], place: place() }
      doc.transact(() => createRecord(moments, 'moments', id, note))
      if (at % 10 === 0) doc.transact(() => updateRecord(moments, id, { place: place() }))
    }
    return Y.encodeStateAsUpdate(doc)
  })
}

/** A board with these notes on it, all of them on the disk, and nobody there. */
export async function bigBoard(origin: string, from: string, notes: readonly Uint8Array[]): Promise<LoadBoard> {
  const board = await makeBoard(origin, from)
  const { token } = await takeSeat(origin, board, 'facilitator', 'Fay')
  await new Promise<void>((resolve, reject) => {
    const waiting = new Set(notes.map(updateKey))
    const speech = createSpeech('plain', 0)
    const saved = (keys: readonly number[]) => {
      for (const key of keys) waiting.delete(key)
      if (waiting.size > 0) return
      resolve()
      line.close()
    }
    const line: RawLine = rawLine({
      url: roomOf(origin, board, []).url,
      protocols: protocolsFor('plain', token),
      from,
      hear: (payload) => speech.hear(payload, { saved }),
      opened(opened) {
        opened.send(question())
        for (const update of notes) opened.send(updateFrame(update))
      },
      closed: (why) => reject(new Error(`A big board could not be made: ${why}`)),
    })
  })
  return board
}

/** How many notes these updates make together. */
export function countNotes(updates: readonly Uint8Array[]): number {
  const doc = new Y.Doc()
  doc.transact(() => updates.forEach((update) => Y.applyUpdate(doc, update)))
  return openBoard(doc).moments.size
}
