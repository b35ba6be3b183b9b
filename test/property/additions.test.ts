import { additionOf } from '@momentous/shared/additions/addition'
import { takeAdditionBack, takingBack } from '@momentous/shared/additions/take-addition-back'
import { writeAddition } from '@momentous/shared/additions/write-addition'
import { openBoard, type Board } from '@momentous/shared/board/board'
import { stretchOf, type Stretch } from '@momentous/shared/board/made-in'
import { snapshot } from '@momentous/shared/board/read'
import { recordRoots } from '@momentous/shared/board/records'
import { timeline } from '@momentous/shared/board/timeline'
import { createRecord } from '@momentous/shared/board/write'
import type { BoardSnapshot } from '@momentous/shared/domain/board-snapshot'
import type { MomentId, ShapeId, StrokeId } from '@momentous/shared/domain/id'
import type { Shape } from '@momentous/shared/domain/shape'
import type { Stroke } from '@momentous/shared/domain/stroke'
import { readBoardJson, writeBoardJson } from '@momentous/shared/exports/board-json'
import { redact, type RedactedBoard } from '@momentous/shared/exports/redact'
import { writeBoard } from '@momentous/shared/imports/write-board'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { arbitraryBoard } from '../support/arbitrary-board.ts'
import { momentId, sampleBoard, sampleMoment, sampleSession } from '../support/board-sample.ts'
import { hostileText } from '../support/hostile-text.ts'
import { seededRandom } from '../support/seeded-random.ts'

const random = seededRandom(41)

/** A board as it comes out of a file. */
function fileOf(board: BoardSnapshot): RedactedBoard {
  const read = readBoardJson(writeBoardJson(redact(board, 'facilitator')))
  if (!read.ok) throw new Error(read.reason)
  return read.board
}

function boardOf(file: RedactedBoard): Board {
  const doc = new Y.Doc()
  writeBoard(doc, file)
  return openBoard(doc)
}

function add(board: Board, file: RedactedBoard): Stretch {
  const { session, moments } = snapshot(board)
  const images = new Set(file.shapes.flatMap((shape) => (shape.kind === 'image' ? shape.image.hash : [])))
  const host = { channels: session.channels, onLine: timeline(moments).length, images }
  const addition = additionOf(file, host, random)
  return stretchOf(board, () => board.doc.transact(() => writeAddition(board, addition, random)))
}

/** What of a board doesn't change when something is put behind it: all, but for keys that had to make room. */
function lasting(board: BoardSnapshot, of: BoardSnapshot): unknown {
  return recordRoots.map((root) => {
    const ids = new Set(of[root].map((each) => ('id' in each ? each.id : each.moment) as string))
    return board[root]
      .filter((each) => ids.has('id' in each ? each.id : each.moment))
      .map((each) => ({ ...each, order: null }))
  })
}

const words = (moments: BoardSnapshot['moments']) => timeline(moments).map(({ text }) => text)

it('a board’s file comes behind what a board has, twice under other ids, and goes again without a trace but the bin', () => {
  fc.assert(
    fc.property(arbitraryBoard(hostileText), arbitraryBoard(hostileText), (one, other) => {
      const [host, file] = [fileOf(one), fileOf(other)]
      const board = boardOf(host)
      const before = snapshot(board)
      const first = add(board, file)
      add(board, file)
      const after = snapshot(board)
      expect(lasting(after, before)).toEqual(lasting(before, before))
      const line = timeline(snapshot(boardOf(file)).moments).length
      expect(words(after.moments).slice(0, words(before.moments).length)).toEqual(words(before.moments))
      expect(words(after.moments)).toHaveLength(words(before.moments).length + 2 * line)
      // As any board that was worked on: it can be saved, and comes back.
      expect(readBoardJson(writeBoardJson(redact(after, 'facilitator')))).toMatchObject({ ok: true })
      expect(JSON.stringify([after.ideas, after.builds])).not.toMatch(/"by":"/u)
      const taking = takingBack(board, first)
      expect(taking.kept).toBe(0)
      board.doc.transact(() => takeAdditionBack(board, taking))
      const left = snapshot(board)
      expect(lasting(left, before)).toEqual(lasting(before, before))
      expect(timeline(left.moments)).toHaveLength(words(before.moments).length + line)
      expect(left.ink).toHaveLength(before.ink.length + file.ink.length)
    }),
    { seed: 12, numRuns: 30 },
  )
})

describe('what comes behind another line', () => {
  const point = (x: number, y: number) => [x, y, 0.5, x + 20, y + 10, 0.5]
  const plain = { group: null, z: null } as const
  const stroke = (points: readonly number[]): Stroke => ({
    ...{ ...plain, id: 'a-line-of-ink' as StrokeId, pen: 'ink', width: 4, points, moved: [0, 0] },
  })
  const area: Shape = {
    ...{ ...plain, id: 'an-area-here' as ShapeId, kind: 'area', place: [-120, -200, 400, 300], words: 'At the desk' },
    ...{ tint: 'mint', locked: false, removed: false },
  }

  it.each([
    [1, 110, 212],
    [2, 220, 0],
  ])('keeps its ink on its notes and its areas around them, behind %i', (there, right, down) => {
    const board = boardOf(fileOf(sampleBoard({ moments: Array.from({ length: there }, (_, at) => sampleMoment(at)) })))
    const file = sampleBoard({ moments: [sampleMoment(7)], ink: [stroke(point(-20, -100))], shapes: [area] })
    add(board, fileOf(file))
    const { ink, shapes } = snapshot(board)
    expect(ink.map(({ moved }) => moved)).toEqual([[right, down]])
    expect(shapes.map((shape) => 'place' in shape && shape.place)).toEqual([[-120 + right, -200, 400, 300]])
  })

  it('takes own contact types by their name, others while there are letters, and leaves the rest without', () => {
    const channels = (list: string) =>
      list.split(' ').map((label) => ({ id: `own-${label.toLowerCase()}` as const, label, letter: label.slice(0, 1) }))
    const typed = (label: string, at: number) => sampleMoment(at, { channel: `own-${label}` })
    const board = boardOf(fileOf(sampleBoard({ session: sampleSession({ channels: channels('Fax Radio') }) })))
    const theirs = channels('Robot Fax Kiosk').map((each) => ({ ...each, id: `${each.id}2` as const }))
    const moments = ['robot2', 'fax2', 'kiosk2'].map(typed)
    add(board, fileOf(sampleBoard({ session: sampleSession({ channels: theirs }), moments })))
    const { session, moments: now } = snapshot(board)
    expect(session.channels.map(({ label }) => label)).toEqual(['Fax', 'Radio', 'Kiosk'])
    const types = timeline(now).map(({ channel }) => session.channels.find(({ id }) => id === channel)?.label ?? null)
    expect(types).toEqual([null, 'Fax', 'Kiosk'])
  })
})

describe('an addition that is taken back', () => {
  const file = fileOf(sampleBoard({ moments: [sampleMoment(1), sampleMoment(2), sampleMoment(3)] }))
  const typed = (board: Board, id: string) => {
    const text = board.moments.get(id)?.get('text')
    if (text instanceof Y.Text) text.insert(0, 'First ')
  }
  const works: readonly (readonly [string, (board: Board, id: MomentId) => void, number])[] = [
    ['has written into', typed, 1],
    [
      'has written into and taken that back',
      (board, id) => {
        typed(board, id)
        const text = board.moments.get(id)?.get('text')
        if (text instanceof Y.Text) text.delete(0, 6)
      },
      0,
    ],
    [
      'has planned an action for',
      (board, id) => createRecord(board.actions, 'actions', 'a-new-action', { moment: id }),
      1,
    ],
    ['has graded', (board, id) => createRecord(board.grades, 'grades', id, { settled: 'magical' }), 1],
    ['has chosen', (board, id) => board.session.set('shortlist', { moments: [id], reason: 'x' }), 1],
    ['has put elsewhere', (board, id) => board.moments.get(id)?.set('place', [0, 900, 176, 120]), 0],
    ['has put into the bin', (board, id) => board.moments.get(id)?.set('removed', true), 0],
  ]
  it.each(works)('leaves the moment that somebody %s', (_what, work, kept) => {
    const board = boardOf(fileOf(sampleBoard({ moments: [sampleMoment(9)] })))
    const stretch = add(board, file)
    const second = timeline(snapshot(board).moments)[2]
    if (second === undefined) throw new Error('Nothing was added.')
    // As a colleague's device does it.
    const theirs = new Y.Doc()
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(board.doc))
    work(openBoard(theirs), second.id)
    Y.applyUpdate(board.doc, Y.encodeStateAsUpdate(theirs))
    const taking = takingBack(board, stretch)
    expect(taking.kept).toBe(kept)
    takeAdditionBack(board, taking)
    const standing = snapshot(board).moments.filter(({ removed }) => !removed)
    expect(standing.map(({ id }) => id).toSorted()).toEqual([momentId(9), ...(kept > 0 ? [second.id] : [])].toSorted())
  })
})
