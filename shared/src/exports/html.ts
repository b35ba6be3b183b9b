import { toBase64 } from 'lib0/buffer'
import { planningHeadings } from '../domain/planning-row.ts'
import type { ExportInput, Exporter } from './exporter.ts'
import { formStyle } from './form-style.ts'
import { htmlCell, htmlLines } from './html-cell.ts'
import { logoIn, shownSize, type Logo } from './logo.ts'
import { sessionDay } from './long-day.ts'
import { plainText } from './plain-text.ts'
import { detailsOf } from './sheet-details.ts'
import { sheetOf, type FormSheet, type Sheet } from './sheet.ts'
import { xmlText } from './xml-text.ts'

/** The form as one page: no scripts, nothing fetched, light, and on paper the printed form. */
export const html = {
  id: 'html',
  label: 'Web page',
  of: 'form',
  mediaType: 'text/html; charset=utf-8',
  extension: 'html',
  write: writeHtml,
} as const satisfies Exporter

function writeHtml(input: ExportInput): string {
  const sheet = sheetOf(input)
  const title = xmlText(plainText(input.form.title))
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<meta charset="utf-8">',
    // Words of a board can be no markup here; this says so to the browser, too.
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title === '' ? 'The planning form' : title}</title>`,
    `<style>${formStyle}</style>`,
    ...above(input, title),
    formTable(sheet),
    ...below(input),
    ...details(sheet),
    '</html>',
    '',
  ].join('\n')
}

function above({ form, board, options }: ExportInput, title: string): readonly string[] {
  const firm = xmlText(plainText(board.session.firm).trim())
  const people = options.people === null ? null : `${options.people} ${options.people === 1 ? 'person' : 'people'}`
  const session = [options.date, people].filter((part) => part !== null).join(', ')
  return [
    ...whose(firm, logoIn(options.logo)),
    ...(title === '' ? [] : [`<h1 dir="auto">${title}</h1>`]),
    ...(form.why.trim() === '' ? [] : [`<p class="why" dir="auto">${htmlLines(plainText(form.why))}</p>`]),
    ...(session === '' ? [] : [`<p>${xmlText(session)}</p>`]),
  ]
}

/** Whose form it is: a name, a picture beside it, or both. */
function whose(firm: string, logo: Logo | null): readonly string[] {
  const { width, height } = logo === null ? { width: 0, height: 0 } : shownSize(logo)
  const words = firm === '' ? 'Logo' : `Logo of ${firm}`
  const picture =
    logo === null
      ? ''
      : `<img class="logo" alt="${words}" width="${width}" height="${height}" src="data:image/${logo.kind === 'png' ? 'png' : 'jpeg'};base64,${toBase64(logo.bytes)}">`
  const name = firm === '' ? '' : `<strong>${firm}</strong>`
  const said = [picture, name].filter((part) => part !== '')
  return said.length === 0 ? [] : [`<p class="whose" dir="auto">${said.join(' ')}</p>`]
}

function below({ form }: ExportInput): readonly string[] {
  if (form.nextSession === null) return []
  const { date, time } = form.nextSession
  return [`<p>Next session: <time datetime="${date}T${time}">${sessionDay(date)}, ${time}</time></p>`]
}

/** Each row carries whose it is and what it says now, so that an edited page comes home. */
export function formTable({ headings, rows, marks }: FormSheet): string {
  const printed = { headings: headings.slice(0, planningHeadings.length), rows }
  return tableOf(
    printed,
    '<table>',
    (row) => `<tr ${ofMoment(marks[row]?.id)} data-stamp="${marks[row]?.stamp ?? ''}">`,
  )
}

const ofMoment = (id = ''): string => `data-id="${xmlText(id)}"`

/** Under the table, moment by moment, what the extended sheet has more. */
function details(sheet: FormSheet): readonly string[] {
  return detailsOf(sheet).map(({ moment, facts, actions }, row) => {
    const pairs = facts.map(([heading, text]) => `<dt>${heading}</dt><dd dir="auto">${htmlLines(text)}</dd>`)
    const todo = actions === null ? '' : `${tableOf(actions, '<table class="todo">', () => '<tr>')}\n`
    return `<section ${ofMoment(sheet.marks[row]?.id)}>\n<h2 dir="auto">${htmlLines(moment)}</h2>\n<dl>${pairs.join('')}</dl>\n${todo}</section>`
  })
}

/** On a narrow screen each cell says its column by itself. */
function tableOf({ headings, rows }: Sheet, table: string, openRow: (row: number) => string): string {
  const head = headings.map((heading) => `<th scope="col">${heading}</th>`).join('')
  const body = rows.map((cells, index) => {
    const row = headings.map((heading, at) => htmlCell(cells[at] ?? '', `dir="auto" data-heading="${heading}"`))
    return `${openRow(index)}${row.join('')}</tr>`
  })
  return `${table}\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body.join('\n')}\n</tbody>\n</table>`
}
