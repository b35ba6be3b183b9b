import { exporters } from '@momentous/server/exports/exporters'
import { importers } from '@momentous/server/imports/importers'
import { openBoard, type Board } from '@momentous/shared/board/board'
import { snapshot } from '@momentous/shared/board/read'
import { viewOf } from '@momentous/shared/board/view'
import { commands } from '@momentous/shared/commands/commands'
import type { BoardSnapshot } from '@momentous/shared/domain/board-snapshot'
import type { ActionId, MomentId, StageId } from '@momentous/shared/domain/id'
import { readBoardJson, writeBoardJson } from '@momentous/shared/exports/board-json'
import { redact } from '@momentous/shared/exports/redact'
import { sheetOf } from '@momentous/shared/exports/sheet'
import { inPieces } from '@momentous/shared/imports/change-pieces'
import { takenBack, type FormChange } from '@momentous/shared/imports/form-change'
import { formTable } from '@momentous/shared/imports/form-table'
import type { FileRow } from '@momentous/shared/imports/importer'
import { judgeChanges } from '@momentous/shared/imports/judge-changes'
import { resolved, type MergePlan } from '@momentous/shared/imports/plan'
import { planMerge } from '@momentous/shared/imports/plan-merge'
import { writeBoard } from '@momentous/shared/imports/write-board'
import { writeChanges } from '@momentous/shared/imports/write-changes'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { exportInput, momentId, sampleBoard, sampleMoment, sampleSession } from '../support/board-sample.ts'
import { actorOf } from '../support/live-board.ts'
import { seededRandom } from '../support/seeded-random.ts'

const actor = actorOf('facilitator')
const random = seededRandom(11)
const COUNT = 12

function living(board: BoardSnapshot): Board {
  const read = readBoardJson(writeBoardJson(redact(board, 'facilitator')))
  if (!read.ok) throw new Error(read.reason)
  const doc = new Y.Doc()
  writeBoard(doc, read.board)
  return openBoard(doc)
}

/** Ten notes on the line, one behind the scenes, one in the bin, a stage's divider between, and three priorities. */
function begun(): Board {
  const moments = Array.from({ length: COUNT }, (_none, n) =>
    sampleMoment(n, n === 3 ? { kind: 'invisible' } : n === 6 ? { removed: true } : {}),
  )
  const stages = [{ id: 'stage-middle' as StageId, title: 'Later', order: 'a0005Vx', removed: false }]
  const shortlist = { moments: [momentId(8), momentId(2), momentId(5)], reason: '' }
  return living(sampleBoard({ moments, stages, session: sampleSession({ shortlist }) }))
}

const files = {
  csv: (board: Board, first: boolean) => fileOf(board, first, 'csv'),
  xlsx: (board: Board, first: boolean) => fileOf(board, first, 'xlsx'),
  docx: (board: Board, first: boolean) => fileOf(board, first, 'docx'),
  'form-json': (board: Board, first: boolean) => fileOf(board, first, 'form-json'),
}

async function fileOf(board: Board, first: boolean, format: 'csv' | 'xlsx' | 'docx' | 'form-json') {
  const choice = { order: first ? 'shortlist' : 'timeline', rows: 'all', prompts: false } as const
  const input = exportInput(snapshot(board), { sheet: format === 'csv' ? 'extended' : 'form' }, choice)
  const written = await exporters[format].write(input)
  return importers[format].read(typeof written === 'string' ? new TextEncoder().encode(written) : written)
}

function merge(board: Board, changes: readonly FormChange[]): void {
  for (const piece of inPieces(changes)) {
    expect(judgeChanges(viewOf(board), actor, piece)).toEqual({ allowed: true })
    board.doc.transact(() => writeChanges(board, piece, random))
  }
}

const planOf = (board: Board, rows: readonly FileRow[]): MergePlan =>
  planMerge({ board: snapshot(board), table: formTable(rows), actor, random })
const formOf = (board: Board) => sheetOf(exportInput(snapshot(board), { sheet: 'extended' }))
const wordsOf = (board: Board) => formOf(board).rows.map(([words]) => words)
const all = { bin: () => true, order: true }
const board = () => 'board' as const

type Step = { readonly from: number; readonly to: number }
const steps = fc.array(fc.record({ from: fc.nat(50), to: fc.nat(50) }), { minLength: 1, maxLength: 4 })
const moved = <Each>(rows: readonly Each[], { from, to }: Step): readonly Each[] => {
  const [at, behind] = [from % rows.length, to % rows.length]
  const one = rows[at]
  return one === undefined ? rows : rows.toSpliced(at, 1).toSpliced(behind, 0, one)
}
const inAlphabet = (words: readonly (string | undefined)[]) => words.map((each) => each ?? '').toSorted(byWords)
const byWords = (one: string, other: string) => (one < other ? -1 : 1)
const below = (rows: readonly FileRow[], change: (body: readonly FileRow[]) => readonly FileRow[]) => [
  ...rows.slice(0, 1),
  ...change(rows.slice(1)),
]

/** What others do on the board while the file is away: a note goes elsewhere, one comes, one goes. */
function goOn(living: Board, { from, to }: Step): void {
  const line = formOf(living).marks.map(({ id }) => id)
  const [one, other] = [line[from % line.length], line[to % line.length]]
  living.doc.transact(() => {
    if (one !== undefined && other !== undefined && one !== other)
      commands['reorder-moments'].apply(living, { ids: [one], after: other }, random)
    commands['add-moment'].apply(
      living,
      { id: 'came-meanwhile' as MomentId, text: 'Came meanwhile', after: one ?? null },
      random,
    )
  })
}

const format = fc.constantFrom(...(Object.keys(files) as (keyof typeof files)[]))

describe('the order of a file that comes back', () => {
  it('is the board’s affair while nobody has moved a row in it, whatever order it went out in', async () => {
    await fc.assert(
      fc.asyncProperty(format, fc.boolean(), fc.option(steps), async (way, first, others) => {
        const living = begun()
        const rows = await files[way](living, first)
        for (const step of others ?? []) {
          living.doc.transact(() => {
            const line = formOf(living).marks.map(({ id }) => id)
            const [one, other] = [line[step.from % line.length], line[step.to % line.length]]
            if (one !== undefined && other !== undefined && one !== other)
              commands['reorder-moments'].apply(living, { ids: [one], after: other }, random)
          })
        }
        const plan = planOf(living, rows)
        expect([plan.order, plan.missing, plan.changes]).toEqual([null, [], []])
      }),
      { seed: 23, numRuns: 40 },
    )
  })

  it('is the timeline’s when somebody takes it, and the timeline’s is back as it was when that is taken back', async () => {
    await fc.assert(
      fc.asyncProperty(format, steps, fc.nat(COUNT), async (way, edits, at) => {
        const living = begun()
        const rows = await files[way](living, false)
        const before = formOf(living)
        const fresh = { ...(rows[1] as FileRow), id: null, stamp: '', cells: ['Written in the file'] }
        const edited = below(rows, (body) =>
          edits.reduce<readonly FileRow[]>(moved, body).toSpliced(at % body.length, 0, fresh),
        )
        const plan = planOf(living, edited)
        const asIs = resolved(plan, board)
        expect(asIs.some(({ kind }) => kind === 'order')).toBe(false)
        const changes = resolved(plan, board, all)
        merge(living, changes)
        expect(wordsOf(living)).toEqual(edited.slice(1).map(({ cells }) => cells[0]))
        expect(planOf(living, edited).order).toBeNull()
        merge(living, changes.flatMap(takenBack).toReversed())
        expect(formOf(living)).toEqual(before)
      }),
      { seed: 29, numRuns: 60 },
    )
  })

  it('moves no row that only the board has moved, and loses none that came meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(
        format,
        fc.record({ from: fc.nat(50), to: fc.nat(50) }),
        fc.record({ from: fc.nat(50), to: fc.nat(50) }),
        async (way, edit, other) => {
          const living = begun()
          const rows = await files[way](living, false)
          const edited = below(rows, (body) => moved(body, edit))
          goOn(living, other)
          const before = wordsOf(living)
          const plan = planOf(living, edited)
          expect(plan.missing).toMatchObject([{ moment: 'Came meanwhile', wasThere: false }])
          const changes = resolved(plan, board, { bin: () => false, order: true })
          merge(living, changes)
          const after = wordsOf(living)
          expect(inAlphabet(after)).toEqual(inAlphabet(before))
          // Who moved in the file stands behind whom it stands there; the others keep their order.
          const movers = new Set(plan.order?.moved.map(({ moment }) => moment))
          const stay = (words: readonly (string | undefined)[]) => words.filter((each) => !movers.has(each ?? ''))
          expect(stay(after)).toEqual(stay(before))
          for (const { moment, behind } of plan.order?.moved ?? [])
            if (behind !== null) expect(after[after.indexOf(moment) - 1]).toBe(behind)
          merge(living, changes.flatMap(takenBack).toReversed())
          expect(wordsOf(living)).toEqual(before)
        },
      ),
      { seed: 31, numRuns: 60 },
    )
  })
})

describe('a row that the file doesn’t have', () => {
  it('stays, goes to the bin when somebody says so, and comes back from there', async () => {
    await fc.assert(
      fc.asyncProperty(
        format,
        fc.uniqueArray(fc.nat(9), { minLength: 1, maxLength: 4 }),
        fc.nat(50),
        async (way, gone, at) => {
          const living = begun()
          const rows = await files[way](living, at % 2 === 0)
          const edited = below(rows, (body) => body.filter((_row, each) => !gone.includes(each)))
          goOn(living, { from: at, to: at })
          const before = formOf(living)
          const plan = planOf(living, edited)
          const words = gone.map((each) => rows[each + 1]?.cells[0])
          expect(inAlphabet(plan.missing.map(({ moment }) => moment))).toEqual(inAlphabet([...words, 'Came meanwhile']))
          expect(plan.order).toBeNull()
          expect(resolved(plan, board)).toEqual([])
          const changes = resolved(plan, board, { bin: ({ wasThere }) => wasThere === true, order: false })
          merge(living, changes)
          const binned = plan.missing.filter(({ wasThere }) => wasThere === true).map(({ moment }) => moment)
          expect(wordsOf(living)).toEqual(
            before.rows.map(([each]) => each).filter((each) => !binned.includes(each ?? '')),
          )
          expect(binned).not.toContain('Came meanwhile')
          // Nobody who was taken out of the file is said to be newer than it.
          expect(plan.missing.filter((row) => row.wasThere === false && row.moment !== 'Came meanwhile')).toEqual([])
          merge(living, changes.flatMap(takenBack).toReversed())
          expect(formOf(living)).toEqual(before)
        },
      ),
      { seed: 37, numRuns: 60 },
    )
  })

  it('stays when somebody has written on it since the file was compared', async () => {
    const living = begun()
    const rows = await files.csv(living, false)
    const plan = planOf(
      living,
      below(rows, (body) => body.slice(1)),
    )
    const changes = resolved(plan, board, all)
    expect(judgeChanges(viewOf(living), actor, changes)).toEqual({ allowed: true })
    living.doc.transact(() => {
      const action = { id: 'an-action-of-ann' as ActionId, moment: momentId(0), text: 'Call' }
      commands['add-action'].apply(living, action, random)
    })
    expect(judgeChanges(viewOf(living), actor, changes)).toMatchObject({
      allowed: false,
      reason: expect.stringMatching(/has changed since/u),
    })
  })
})
