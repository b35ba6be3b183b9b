import { openBoard } from '@momentous/shared/board/board'
import { packPoints, unpackPoints } from '@momentous/shared/board/packed-points'
import { snapshot } from '@momentous/shared/board/read'
import type { BoardSnapshot } from '@momentous/shared/domain/board-snapshot'
import { readBoardJson, writeBoardJson } from '@momentous/shared/exports/board-json'
import { redact, type RedactedBoard } from '@momentous/shared/exports/redact'
import { writeBoard } from '@momentous/shared/imports/write-board'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { arbitraryBoard } from '../support/arbitrary-board.ts'
import { hostileText } from '../support/hostile-text.ts'

/** Ink lies in the document in tenths of a unit. */
const inTenths = (board: BoardSnapshot): BoardSnapshot => ({
  ...board,
  ink: board.ink.map((stroke) => ({ ...stroke, points: unpackPoints(packPoints(stroke.points)) ?? [] })),
})

/** A new board out of a file, taken home again as a file. */
function throughTheDocument(text: string): { readonly text: string; readonly board: BoardSnapshot } {
  const read = readBoardJson(text)
  if (!read.ok) throw new Error(read.reason)
  const doc = new Y.Doc()
  writeBoard(doc, read.board)
  const board = snapshot(openBoard(doc))
  return { text: writeBoardJson(redact(board, 'facilitator')), board }
}

const keyOf = (each: object) => JSON.stringify('id' in each ? each.id : 'moment' in each ? each.moment : null)
const byKey = (all: readonly object[]) => all.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
const sorted = (board: RedactedBoard) =>
  Object.fromEntries(Object.entries(board).map(([root, all]) => [root, Array.isArray(all) ? byKey(all) : all]))

it('a board goes to a file, to a new board and to a file again, and is the same, but for who agreed and what was running', () => {
  fc.assert(
    fc.property(arbitraryBoard(hostileText), (one) => {
      const out = redact(inTenths(one), 'facilitator')
      const once = throughTheDocument(writeBoardJson(out))
      const { timer: _, closing: __, ...session } = out.session
      const wellFormed = JSON.parse(writeBoardJson(out)).board as RedactedBoard
      const expected = {
        ...wellFormed,
        session: { ...wellFormed.session, ...JSON.parse(JSON.stringify({ timer: null, closing: null })) },
        actions: wellFormed.actions.map((action) => ({ ...action, agreed: 0 })),
      }
      expect(session).toBeDefined()
      const stacked = (board: RedactedBoard) => board.moments.filter(({ stackedOn }) => stackedOn !== null).length
      if (stacked(redact(once.board, 'facilitator')) === stacked(out))
        expect(sorted(redact(once.board, 'facilitator'))).toEqual(sorted(expected))
      expect(JSON.parse(throughTheDocument(once.text).text)).toEqual(JSON.parse(once.text))
      expect(JSON.stringify([once.board.ideas, once.board.builds])).not.toMatch(/"by":"/u)
      expect(
        once.board.actions.every(({ owner, agreed }) => (owner?.seat ?? null) === null && agreed.length === 0),
      ).toBe(true)
    }),
    { seed: 11 },
  )
})

it('a file of an older version is brought up step by step', () => {
  const [first, second] = [
    (board: unknown) => ({ ...(board as object), moments: [] }),
    (board: unknown) => ({ ...(board as { session: object }), session: { title: 'Lifted twice' } }),
  ]
  const file = (version: number) => JSON.stringify({ format: 'momentous-board', version, board: { moments: 'older' } })
  expect(readBoardJson(file(1), [first, second])).toMatchObject({
    ok: true,
    board: { session: { title: 'Lifted twice' } },
  })
  expect(readBoardJson(file(2), [first, second])).toMatchObject({
    ok: false,
    reason: expect.stringMatching(/moments/u),
  })
  expect(readBoardJson(file(4), [first, second])).toMatchObject({ ok: false, reason: expect.stringMatching(/newer/u) })
})

it('what a file can’t be is told with its place', () => {
  const file = (board: object) =>
    readBoardJson(JSON.stringify({ format: 'momentous-board', version: 1, board: { session: {}, ...board } }))
  const reasons = [
    file({
      moments: [
        { id: 'moment-0001', text: 'x' },
        { id: 'moment-0002', text: 'y'.repeat(401) },
      ],
    }),
    file({ moments: [{ id: 'moment-0001' }, { id: 'moment-0001' }] }),
    file({ session: { dots: 99 } }),
    file({ actions: 'none' }),
    file({ moments: [{ id: '__proto__' }] }),
    file({ stages: Array.from({ length: 51 }, (_none, at) => ({ id: `stage-${1000 + at}` })) }),
  ].map((read) => (read.ok ? 'taken' : read.reason.replace(/^This file was changed or damaged: /u, '')))
  expect(reasons).toEqual([
    'moments, the 2nd: “text” can’t be read. Please keep it under 400 characters.',
    'moments, the 2nd: its id belongs to another one already.',
    'session: “dots” can’t be read.',
    'actions can’t be read.',
    'moments, the 1st: “id” can’t be read.',
    'it has 51 stages, and a board holds 50.',
  ])
})
