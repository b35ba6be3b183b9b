import type { ExportInput } from '@momentous/shared/exports/exporter'
import { longDay } from '@momentous/shared/exports/long-day'
import { redact } from '@momentous/shared/exports/redact'
import { blankForm } from '@momentous/shared/priorities/blank-form'
import { planningForm } from '@momentous/shared/priorities/planning-form'
import type { BoardStore } from './board-store.ts'
import type { FormWishes } from './form-formats.ts'
import { snapshotOf } from './store-snapshot.ts'

/** What a file is written from on this device: the same that the server writes one from. */
export function exportInput(store: BoardStore, wishes: FormWishes, logo: Uint8Array | null = null): ExportInput {
  const board = redact(snapshotOf(store), store.actor.get().role)
  const { order, rows, sheet, prompts, date, people } = asked(store, wishes)
  return {
    id: store.board,
    board,
    form:
      rows === 'blank' ? blankForm(board.session) : planningForm(board, { order, rows, prompts: prompts === 'with' }),
    options: { sheet, bom: true, now: store.now(), date: longDay(date), people, logo },
  }
}

/** The same wishes as the server is asked by. */
export function asked(store: BoardStore, { shortlistFirst, extended, allMoments, prompts, blank = false }: FormWishes) {
  return {
    order: shortlistFirst ? 'shortlist' : 'timeline',
    rows: blank ? 'blank' : allMoments ? 'all' : 'priorities',
    sheet: extended && !blank ? 'extended' : 'form',
    prompts: prompts ? 'with' : 'without',
    date: dayOf(store.now()),
    people: store.people.get().people.filter(({ role }) => role !== 'observer').length,
  } as const
}

/** The day on this device's own calendar, as 2026-12-04. */
function dayOf(now: number): string {
  const day = new Date(now)
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}
