import type { ExportInput } from '@momentous/shared/exports/exporter'
import { redact } from '@momentous/shared/exports/redact'
import { planningForm } from '@momentous/shared/priorities/planning-form'
import * as v from 'valibot'
import type { BoardStore } from './board-store.ts'
import { snapshotOf } from './store-snapshot.ts'

/** Every file that the form can be taken home as. `device` ones are written here and work offline. */
export const formFormats = {
  docx: { by: 'server', extension: 'docx' },
  xlsx: { by: 'device', extension: 'xlsx', exporter: 'xlsx' },
  csv: { by: 'device', extension: 'csv', exporter: 'csv' },
  md: { by: 'device', extension: 'md', exporter: 'markdown' },
  json: { by: 'device', extension: 'json', exporter: 'form-json' },
  board: { by: 'device', extension: 'json', exporter: 'board-json' },
} as const
export type FormFormat = keyof typeof formFormats
export const formFormatOrder = Object.keys(formFormats) as readonly FormFormat[]

export interface FormWishes {
  readonly shortlistFirst: boolean
  readonly extended: boolean
  readonly allMoments: boolean
}

export interface WrittenFile {
  readonly name: string
  readonly content: Blob
}

export type Written =
  | { readonly ok: true; readonly file: WrittenFile }
  | { readonly ok: false; readonly reason: string | null }

/** Writes the form's file, here or by the server. Never throws; a reason of null means that nobody gave one. */
export async function formFile(
  store: BoardStore,
  token: string,
  format: FormFormat,
  wishes: FormWishes,
): Promise<Written> {
  const facts = formFormats[format]
  try {
    const { fileName } = await import('@momentous/shared/exports/file-name')
    const name = fileName(
      store.session.get().title,
      facts.extension,
      facts.by === 'device' && format === 'board' ? 'board' : '',
    )
    if (facts.by === 'server') return await fetched(store, token, facts.extension, wishes, name)
    const { exporters } = await import('@momentous/shared/exports/exporters')
    const exporter = exporters[facts.exporter]
    const written = await exporter.write(exportInput(store, wishes))
    const part = typeof written === 'string' ? written : new Uint8Array(written)
    const content = new Blob([part], { type: exporter.mediaType })
    return { ok: true, file: { name, content } }
  } catch {
    return { ok: false, reason: null }
  }
}

/** The next session as a calendar file, written on this device. */
export async function calendarFile(store: BoardStore): Promise<Written> {
  try {
    const { calendar } = await import('@momentous/shared/exports/calendar')
    const { fileName } = await import('@momentous/shared/exports/file-name')
    const input = exportInput(store, { shortlistFirst: true, extended: false, allMoments: false })
    const lack = calendar.lacks(input)
    if (lack !== null) return { ok: false, reason: lack }
    const content = new Blob([calendar.write(input)], { type: calendar.mediaType })
    const name = fileName(store.session.get().title, calendar.extension, 'next session')
    return { ok: true, file: { name, content } }
  } catch {
    return { ok: false, reason: null }
  }
}

function exportInput(store: BoardStore, { shortlistFirst, extended, allMoments }: FormWishes): ExportInput {
  const board = redact(snapshotOf(store), store.actor.get().role)
  return {
    id: store.board,
    board,
    form: planningForm(board, {
      order: shortlistFirst ? 'shortlist' : 'timeline',
      rows: allMoments ? 'all' : 'priorities',
      prompts: false,
    }),
    options: { sheet: extended ? 'extended' : 'form', bom: true, now: store.now(), date: null, people: null },
  }
}

/** The day on this device's own calendar, as 2026-12-04. */
function dayOf(now: number): string {
  const day = new Date(now)
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}

const WAIT_MS = 30_000
const errorSchema = v.object({ error: v.object({ message: v.string() }) })

/** The token travels in a header, never in an address. */
async function fetched(
  store: BoardStore,
  token: string,
  extension: string,
  { shortlistFirst, extended, allMoments }: FormWishes,
  name: string,
): Promise<Written> {
  const query = new URLSearchParams({
    order: shortlistFirst ? 'shortlist' : 'timeline',
    rows: allMoments ? 'all' : 'priorities',
    sheet: extended ? 'extended' : 'form',
    date: dayOf(store.now()),
    people: String(store.people.get().people.filter(({ role }) => role !== 'observer').length),
  })
  const response = await fetch(`/api/boards/${store.board}/form.${extension}?${query.toString()}`, {
    headers: { authorization: `Bearer ${token}` },
    cache: 'no-store',
    signal: AbortSignal.timeout(WAIT_MS),
  })
  if (response.ok) return { ok: true, file: { name, content: await response.blob() } }
  const told = v.safeParse(errorSchema, await response.json().catch(() => null))
  return { ok: false, reason: told.success ? told.output.error.message : null }
}
