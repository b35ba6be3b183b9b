import type { Exporter } from '@momentous/shared/exports/exporter'
import * as v from 'valibot'
import type { BoardStore } from './board-store.ts'
import { formFormats, type FormFormat, type FormWishes } from './form-formats.ts'
import { asked, exportInput } from './form-input.ts'
import { fetchImage } from './image-api.ts'

export interface WrittenFile {
  readonly name: string
  readonly content: Blob
}

export type Written =
  /** `undrawn` are signs that the file shows as missing. */
  | { readonly ok: true; readonly file: WrittenFile; readonly undrawn?: string }
  | { readonly ok: false; readonly reason: string | null }

/** Writes a file, here or by the server. Never throws; a reason of null means that nobody gave one. */
export async function formFile(
  store: BoardStore,
  token: string,
  format: FormFormat,
  wishes: FormWishes,
  leaving: AbortSignal,
): Promise<Written> {
  const facts = formFormats[format]
  try {
    if (facts.by === 'server') return await fetched(store, token, format, wishes, leaving)
    const { exporters } = await import('@momentous/shared/exports/exporters')
    const registry: Readonly<Record<string, Exporter>> = exporters
    const exporter = registry[format]
    return exporter === undefined
      ? { ok: false, reason: null }
      : await written(store, exporter, wishes, facts.stem, await logoOf(store, token, format))
  } catch {
    return { ok: false, reason: null }
  }
}

const plainForm: FormWishes = { shortlistFirst: true, extended: false, allMoments: false, prompts: false }

/** The next session as a calendar file, written on this device. */
export async function calendarFile(store: BoardStore): Promise<Written> {
  try {
    const { calendar } = await import('@momentous/shared/exports/calendar')
    return await written(store, calendar, plainForm, 'next-session')
  } catch {
    return { ok: false, reason: null }
  }
}

async function written(
  store: BoardStore,
  exporter: Exporter,
  wishes: FormWishes,
  stem: string,
  logo: Uint8Array | null = null,
): Promise<Written> {
  const input = exportInput(store, wishes, logo)
  const lack = exporter.lacks?.(input) ?? null
  if (lack !== null) return { ok: false, reason: lack }
  const bytes = await exporter.write(input)
  const content = new Blob([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], { type: exporter.mediaType })
  return { ok: true, file: { name: await nameOf(store, stem, exporter.extension, wishes), content } }
}

const WITH_LOGO: ReadonlySet<FormFormat> = new Set(['html', 'xlsx'])

/** The firm's picture for a file that shows one; a device that can't have it now writes the file without. */
async function logoOf(store: BoardStore, token: string, format: FormFormat): Promise<Uint8Array | null> {
  const { logo } = store.session.get()
  if (logo === null || !WITH_LOGO.has(format)) return null
  const image = await fetchImage({ board: store.board, token }, logo).catch(() => null)
  return image === null ? null : new Uint8Array(await image.arrayBuffer())
}

/** The form goes by the board's title alone; other files say what they are. */
async function nameOf(store: BoardStore, stem: string, extension: string, { blank }: FormWishes): Promise<string> {
  const { fileName } = await import('@momentous/shared/exports/file-name')
  return fileName(
    store.session.get().title,
    extension,
    stem !== 'form' ? stem.replace('-', ' ') : blank === true ? 'blank form' : '',
  )
}

const WAIT_MS = 30_000
const errorSchema = v.object({ error: v.object({ message: v.string() }) })

/** The token travels in a header, never in an address. */
async function fetched(
  store: BoardStore,
  token: string,
  format: FormFormat,
  wishes: FormWishes,
  leaving: AbortSignal,
): Promise<Written> {
  const { stem, extension } = formFormats[format]
  const query = new URLSearchParams(Object.entries(asked(store, wishes)).map(([key, value]) => [key, String(value)]))
  const response = await fetch(`/api/boards/${store.board}/${stem}.${extension}?${query.toString()}`, {
    headers: { authorization: `Bearer ${token}` },
    cache: 'no-store',
    signal: AbortSignal.any([leaving, AbortSignal.timeout(WAIT_MS)]),
  })
  if (response.ok) {
    const undrawn = decodeURIComponent(response.headers.get('x-signs-not-drawn') ?? '')
    const name = await nameOf(store, stem, extension, wishes)
    return { ok: true, file: { name, content: await response.blob() }, undrawn }
  }
  const told = v.safeParse(errorSchema, await response.json().catch(() => null))
  return { ok: false, reason: told.success ? told.output.error.message : null }
}
