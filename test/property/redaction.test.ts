import { drawPicture } from '@momentous/server/exports/draw-picture'
import { exporters } from '@momentous/server/exports/exporters'
import type { PictureFormat } from '@momentous/server/exports/picture-job'
import { newDelivery } from '@momentous/server/webhooks/delivery'
import { saidBy } from '@momentous/server/webhooks/said'
import type { BoardSnapshot } from '@momentous/shared/domain/board-snapshot'
import type { BoardId, SeatId } from '@momentous/shared/domain/id'
import { roles, type Role } from '@momentous/shared/domain/role'
import { drawingOf, type DrawnPart } from '@momentous/shared/drawing/drawing-of'
import { keptInput } from '@momentous/shared/exports/board-html'
import type { Exporter } from '@momentous/shared/exports/exporter'
import { redact } from '@momentous/shared/exports/redact'
import { planningForm } from '@momentous/shared/priorities/planning-form'
import { createTextFitter } from '@momentous/shared/scene/text-layout'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { arbitraryBoard } from '../support/arbitrary-board.ts'
import { BOARD, everyRow, exportInput } from '../support/board-sample.ts'
import { everythingIn } from '../support/everything-in.ts'

const [AUTHOR, SEAT] = ['Wilhelmina-who-signed', 'seat-nobody-may-know' as SeatId]

/** Every seat that a board holds is the same one, and whoever signed anything has the same name: both are looked for. */
function signed(board: BoardSnapshot): BoardSnapshot {
  const nextSession = { date: '2026-12-12', time: '09:00', minutes: 60, zone: null }
  return {
    ...board,
    session: { ...board.session, nextSession },
    ideas: board.ideas.map((idea) => ({ ...idea, by: AUTHOR })),
    builds: board.builds.map((build) => ({ ...build, by: AUTHOR })),
    actions: board.actions.map((action) => ({
      ...action,
      due: '2026-12-04',
      owner: { seat: SEAT, name: 'Tom' },
      agreed: [SEAT],
    })),
  }
}

const words = fc.string({ unit: fc.constantFrom(...'abc déש\n'), maxLength: 20 })

it.each(Object.entries<Exporter>(exporters))(
  '%s ties nothing to a seat or an author, whoever asks',
  async (id, exporter) => {
    const isSlow = id === 'docx' || id === 'pdf'
    await fc.assert(
      fc.asyncProperty(
        arbitraryBoard(words).map(signed),
        fc.constantFrom('form' as const, 'extended' as const),
        async (one, sheet) => {
          for (const role of isSlow ? roles.slice(0, 1) : roles) {
            const board = redact(one, role)
            const input = {
              ...exportInput(one, { sheet: isSlow ? 'extended' : sheet }),
              board,
              form: planningForm(board, everyRow),
            }
            if ((exporter.lacks?.(input) ?? null) !== null) continue
            const said = everythingIn(await exporter.write(input))
            expect(said.length).toBeGreaterThan(0)
            expect(said).not.toContain(SEAT)
            expect(said).not.toContain(AUTHOR)
          }
        },
      ),
      { seed: 23, numRuns: isSlow ? 3 : 15 },
    )
  },
)

it('a webhook ties nothing to a seat or an author', () => {
  fc.assert(
    fc.property(
      arbitraryBoard(words).map(signed),
      fc.constantFrom('session.finished' as const, 'test' as const),
      (one, event) => {
        const delivery = newDelivery(event, 1_795_300_000_000, (bytes) => bytes.fill(7))
        const said = saidBy(delivery, 'board-of-the-shop' as BoardId, one, 1_795_300_000_000)
        expect(said).not.toContain(SEAT)
        expect(said).not.toContain(AUTHOR)
        // It says what a form says, and nothing besides.
        const form = planningForm(redact(one, 'observer'), { order: 'timeline', rows: 'priorities', prompts: false })
        const written = exporters['form-json'].write({ ...exportInput(one), form })
        expect(JSON.parse(said).data.form).toEqual(JSON.parse(written))
      },
    ),
    { seed: 23, numRuns: 30 },
  )
})

const everything: DrawnPart = { of: 'all' }
const even = (text: string, size: number) => text.length * size * 0.5

/** What a picture's writer gets to see of a board, and what it makes of it. */
async function pictured(one: BoardSnapshot, role: Role, formats: readonly PictureFormat[]): Promise<readonly string[]> {
  const board = redact(one, role)
  const input = keptInput(BOARD, board, 0)
  const drawing = drawingOf(board, everything, { fitter: createTextFitter(even), measure: even })
  const files = formats.map((format) =>
    drawPicture({ input, part: everything, format, scale: 1, pages: 'one', images: new Map() }),
  )
  const written = await Promise.all(files)
  return [JSON.stringify(drawing), ...written.map(({ content }) => everythingIn(content))]
}

it.each<readonly [formats: readonly PictureFormat[], runs: number]>([
  [['svg', 'html'], 12],
  [['png', 'pdf'], 3],
])(
  'the wall drawn as %s ties nothing to a seat or an author, whoever asks',
  async (formats, runs) => {
    // What lies a mile away makes a picture of a thousand pages of bare wall.
    const near = arbitraryBoard(words).map((board) => signed({ ...board, ink: [], shapes: [] }))
    await fc.assert(
      fc.asyncProperty(near, async (one) => {
        const board = { ...one, moments: one.moments.map((moment) => ({ ...moment, place: null })) }
        for (const role of roles) {
          for (const said of await pictured(board, role, formats)) {
            expect(said).not.toContain(SEAT)
            expect(said).not.toContain(AUTHOR)
          }
        }
      }),
      { seed: 24, numRuns: runs },
    )
  },
  60_000,
)

it('what a picture says is looked at', async () => {
  const [one] = fc.sample(arbitraryBoard(words), { numRuns: 1, seed: 2 })
  if (one === undefined) throw new Error('There is a board.')
  const said = await pictured({ ...one, session: { ...one.session, title: AUTHOR } }, 'observer', [
    'svg',
    'html',
    'pdf',
  ])
  expect(said.map((each) => each.includes(AUTHOR))).toEqual([true, true, true, true])
})

it('everything in a file is looked at, also what is packed', async () => {
  const one = { session: { title: SEAT } }
  const input = exportInput({ ...fc.sample(arbitraryBoard(words), { numRuns: 1, seed: 1 })[0], ...{} } as BoardSnapshot)
  const titled = { ...input, form: { ...input.form, title: one.session.title } }
  for (const exporter of [exporters.docx, exporters.xlsx, exporters.markdown]) {
    expect(everythingIn(await exporter.write(titled))).toContain(SEAT)
  }
})
