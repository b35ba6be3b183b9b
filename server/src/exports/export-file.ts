import { isId, type BoardId } from '@momentous/shared/domain/id'
import { readBoardJson } from '@momentous/shared/exports/board-json'
import type { Exporter } from '@momentous/shared/exports/exporter'
import { exporterFor, stemOf } from '@momentous/shared/exports/exporters'
import { logoOf } from '@momentous/shared/exports/logo'
import { readFile, writeFile } from 'node:fs/promises'
import { parse, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import * as v from 'valibot'
import { NOT_DONE, NotDone, WELL } from '../upkeep/verb.ts'
import { exporters } from './exporters.ts'
import { openUndrawn } from './undrawn.ts'
import { BLANK_ELSEWHERE, isForPaper, wishedInput, wishEntries, type Wishes } from './wishes.ts'

/** Where a person calls from, and what is said to them. */
export interface Desk {
  /** Relative names begin here. */
  readonly here: string
  say(line: string): void
  now(): number
}

const flags = ['format', 'out', 'logo', ...Object.keys(wishEntries)]
const asked = v.object({
  ...wishEntries,
  format: v.optional(v.string()),
  out: v.optional(v.string()),
  logo: v.optional(v.string()),
})

/** Writes one file from a board that was saved as JSON; no server is needed. Everything that goes wrong is a sentence. */
export async function exportFile(desk: Desk, words: readonly string[]): Promise<number> {
  try {
    const { file, format, out, logo, wishes } = readWords(words)
    const exporter = namedExporter(format ?? parse(out ?? '').base)
    if (wishes.rows === 'blank' && !isForPaper(exporter)) throw new NotDone(BLANK_ELSEWHERE)
    const text = await readText(resolve(desk.here, file))
    const reading = readBoardJson(text)
    if (!reading.ok) throw new NotDone(reading.reason)
    const picture = logo === undefined ? null : await readLogo(resolve(desk.here, logo))
    const input = wishedInput(idFrom(file), reading.board, wishes, desk.now(), picture)
    const lack = exporter.lacks?.(input) ?? null
    if (lack !== null) throw new NotDone(lack)
    const target = out ?? `${parse(file).name}${endOf(exporter)}`
    const isTarget = (name: string) => resolve(desk.here, target) === resolve(desk.here, name)
    if (isTarget(file)) throw new NotDone(overItself('board'))
    if (logo !== undefined && isTarget(logo)) throw new NotDone(overItself('logo'))
    await writeText(resolve(desk.here, target), await exporter.write(input))
    const undrawn = exporter.extension === 'pdf' ? openUndrawn()(input) : []
    desk.say(`The file is ${target}.`)
    if (undrawn.length > 0) desk.say(`No font here has these signs, which stand as \ufffd: ${undrawn.join(' ')}`)
    return WELL
  } catch (error) {
    if (!(error instanceof NotDone)) throw error
    desk.say(error.message)
    return NOT_DONE
  }
}

const overItself = (what: string) => `That would write over the ${what} itself. Name another file with --out.`

function readWords(words: readonly string[]) {
  const { file, values } = parsedWords(words)
  if (file === undefined || (values['format'] === undefined && values['out'] === undefined)) throw new NotDone(usage())
  const read = v.safeParse(asked, values)
  if (!read.success) throw new NotDone(read.issues.map(({ message }) => message).join(' '))
  const { format, out, logo, ...wishes } = read.output
  return { file, format, out, logo, wishes: wishes satisfies Wishes }
}

function parsedWords(words: readonly string[]) {
  try {
    const options = Object.fromEntries(flags.map((flag) => [flag, { type: 'string' as const }]))
    const { positionals, values } = parseArgs({ args: [...words], options, allowPositionals: true })
    return { file: positionals.length === 1 ? positionals[0] : undefined, values }
  } catch {
    throw new NotDone(usage())
  }
}

/** `xlsx` is the form, `actions-trello.csv` and `next-session.ics` are named in full; a path goes by its ending. */
function namedExporter(name: string): Exporter {
  const { name: stem, ext } = parse(name)
  const extension = (ext === '' ? stem : ext.slice(1)).toLowerCase()
  const exporter =
    exporterFor(exporters, ext === '' ? 'form' : stem, extension) ?? exporterFor(exporters, 'form', extension)
  if (exporter === undefined) throw new NotDone(`Nobody writes “${name}” here.\n${usage()}`)
  return exporter
}

function endOf(exporter: Exporter): string {
  return stemOf(exporter) === 'form' ? `.${exporter.extension}` : ` ${stemOf(exporter)}.${exporter.extension}`
}

/** A file that `npm run data -- export` wrote goes by the board's id, by which calendars know its events again. */
function idFrom(file: string): BoardId {
  const { name } = parse(file)
  return isId<BoardId>(name) ? name : ('board-of-a-file' as BoardId)
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch {
    throw new NotDone(`${path} can’t be read.`)
  }
}

async function readLogo(path: string): Promise<Uint8Array> {
  const bytes = await readFile(path).catch(() => {
    throw new NotDone(`${path} can’t be read.`)
  })
  if (logoOf(bytes) === null) throw new NotDone(`${path} is no logo: a PNG or a JPEG of at most 4,096 pixels a side.`)
  return bytes
}

async function writeText(path: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(path, content)
  } catch {
    throw new NotDone(`${path} can’t be written.`)
  }
}

function usage(): string {
  const names = Object.values<Exporter>(exporters).map((exporter) => {
    return stemOf(exporter) === 'form' ? exporter.extension : `${stemOf(exporter)}.${exporter.extension}`
  })
  return [
    'npm run export -- <board.json> --format <format> [--out <file>]',
    `  formats: ${names.join(', ')}`,
    '  also: --sheet extended, --order shortlist, --rows all or blank, --prompts with, --bom with, --date 2026-12-04, --people 12, --logo logo.png',
  ].join('\n')
}
