import { openBoard } from '@momentous/shared/board/board'
import { keyBetween } from '@momentous/shared/board/order'
import { createRecord } from '@momentous/shared/board/write'
import { newId, type MomentId, type StrokeId } from '@momentous/shared/domain/id'
import { papers } from '@momentous/shared/domain/moment'
import type { PenId } from '@momentous/shared/domain/pen'
import * as Y from 'yjs'
import { seededNumbers, seededRandom } from '../support/seeded-random.ts'

/** The peers' board: notes of 60 characters on a grid of 16:10, and 200 lines of 80 points. */
export const NOTE = 200
export const STEP = NOTE + 30
const POINTS = 80
/** So much fits into one update. */
const NOTES_TOGETHER = 500
const STROKES_TOGETHER = 50
const inks: readonly PenId[] = ['ink', 'phone', 'email', 'face']
const words =
  'customer calls the help desk waits nine minutes gets transferred twice then invoice arrives late with wrong total asks again for answer'.split(
    ' ',
  )

/** Emoji of one and of several parts, and words that run from right to left. */
const mixedWords = ['📞', '👩‍💻', '🎉🎉', '⏳', 'customer', 'waits', 'לקוח', 'מתקשר', 'حساب', 'الهاتف', 'Straße', '🇫🇷']

export const texts = ['short', 'long', 'mixed'] as const
export type Texts = (typeof texts)[number]

/** What lies on a board beside the number of its notes. */
export interface BoardLooks {
  readonly texts: Texts
  readonly strokes: number
}

export interface GridNote {
  readonly id: MomentId
  readonly x: number
  readonly y: number
}

/** Everything that a bench knows of its board: what it is made of, and the document to change it by. */
export interface GridBoard {
  readonly notes: readonly GridNote[]
  readonly width: number
  readonly height: number
  readonly doc: Y.Doc
  readonly updates: readonly Uint8Array[]
}

export function gridBoard(count: number, { texts, strokes }: BoardLooks): GridBoard {
  const columns = Math.ceil(Math.sqrt(count * 1.6))
  const notes = Array.from({ length: count }, (_, at): GridNote => {
    return { id: newId<MomentId>(random), x: (at % columns) * STEP, y: Math.floor(at / columns) * STEP }
  })
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  writeNotes(doc, notes, textsOf[texts])
  const width = columns * STEP
  const height = Math.ceil(count / columns) * STEP
  drawStrokes(doc, strokes, width, height)
  return { notes, width, height, doc, updates }
}

const random = seededRandom(4)

function writeNotes(doc: Y.Doc, notes: readonly GridNote[], textOf: TextOf): void {
  const { moments } = openBoard(doc)
  const next = seededNumbers(42)
  let order: string | null = null
  for (let from = 0; from < notes.length; from += NOTES_TOGETHER) {
    doc.clientID = clientOf(next)
    doc.transact(() => {
      notes.slice(from, from + NOTES_TOGETHER).forEach(({ id, x, y }, index) => {
        order = keyBetween(order, null, random)
        const paper = papers[(from + index) % 6]
        createRecord(moments, 'moments', id, {
          text: textOf(from + index, next),
          order,
          paper,
          place: [x, y, NOTE, NOTE],
        })
      })
    })
  }
}

type TextOf = (at: number, next: () => number) => string

function writing(length: number, vocabulary: readonly string[]): TextOf {
  return (at, next) => {
    let text = `${at} `
    while (text.length < length) text += `${vocabulary[Math.floor(next() * vocabulary.length)]} `
    // Never in the middle of a letter that is written in two halves.
    return text
      .slice(0, length)
      .replace(/[\uD800-\uDBFF]$/, '')
      .trim()
  }
}

/** What notes say: each begins with its number, which the bench finds it by. */
const textsOf: Readonly<Record<Texts, TextOf>> = {
  short: writing(60, words),
  long: writing(380, words),
  mixed: writing(60, mixedWords),
}

function drawStrokes(doc: Y.Doc, count: number, width: number, height: number): void {
  const { ink } = openBoard(doc)
  const next = seededNumbers(43)
  for (let from = 0; from < count; from += STROKES_TOGETHER) {
    doc.clientID = clientOf(next)
    doc.transact(() => {
      for (let at = from; at < Math.min(count, from + STROKES_TOGETHER); at++) {
        const points = wander(next() * width, next() * height, next)
        createRecord(ink, 'ink', newId<StrokeId>(random), { pen: inks[at % inks.length], width: 4, points })
      }
    })
  }
}

/** A line of 80 points. */
export function wander(fromX: number, fromY: number, next: () => number): number[] {
  let [x, y, angle] = [fromX, fromY, next() * 6.28]
  const points: number[] = []
  for (let point = 0; point < POINTS; point++) {
    points.push(Math.round(x * 10) / 10, Math.round(y * 10) / 10, 0.5)
    angle += (next() - 0.5) * 0.9
    x += Math.cos(angle) * 7
    y += Math.sin(angle) * 7
  }
  return points
}

const clientOf = (next: () => number) => Math.floor(next() * 0x7fffffff)

/** The `count` notes nearest to the middle, the nearest first. */
export function inTheMiddle({ notes, width, height }: GridBoard, count: number): readonly GridNote[] {
  const far = ({ x, y }: GridNote) => Math.hypot(x + NOTE / 2 - width / 2, y + NOTE / 2 - height / 2)
  return notes.toSorted((one, other) => far(one) - far(other)).slice(0, count)
}
