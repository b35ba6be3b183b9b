import { timeline } from '../board/timeline.ts'
import type { BoardId } from '../domain/id.ts'
import type { Instant } from '../domain/session.ts'
import type { Drawing } from '../drawing/drawing.ts'
import { sheetsOf } from '../drawing/sheets.ts'
import { planningForm } from '../priorities/planning-form.ts'
import { rank } from '../priorities/rank.ts'
import { writeBoardJson } from './board-json.ts'
import { boardStyle } from './board-style.ts'
import type { ExportInput } from './exporter.ts'
import { formStyle } from './form-style.ts'
import { formTable } from './html.ts'
import { htmlLines } from './html-cell.ts'
import { fontFaces, type InlineFont } from './inline-font.ts'
import { listedActions } from './listed-actions.ts'
import { sessionDay } from './long-day.ts'
import { plainText } from './plain-text.ts'
import type { RedactedBoard } from './redact.ts'
import { sheetOf } from './sheet.ts'
import { MARKS_ID, svgOf, type InlinePictures } from './svg.ts'
import { xmlText } from './xml-text.ts'

const DATA_ID = 'momentous-board'
const BEGIN = `<script type="application/json" id="${DATA_ID}">`
const END = '</script>'
/** No scripts at all: it is read without them, and what people wrote can't become one. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'"

/** One file to keep: the board, the form, the actions, what came out, and the data from which the board can be made again. */
export function boardHtml(
  input: ExportInput,
  drawing: Drawing,
  pictures: InlinePictures,
  fonts: readonly InlineFont[] = [],
): string {
  const title = written(input.board.session.title) || 'A board of moments of truth'
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="generator" content="Momentous">',
    `<title>${title}</title>`,
    `<style>${fontFaces(fonts)}${formStyle}${boardStyle}</style>`,
    '<main>',
    `<h1 dir="auto">${title}</h1>`,
    ...about(input),
    ...boardPart(drawing, pictures),
    ...formPart(input),
    ...actionsPart(input),
    ...votePart(input),
    '</main>',
    `${BEGIN}${scriptText(compact(writeBoardJson(input.board)))}${END}`,
    '</html>',
    '',
  ].join('\n')
}

/** What the file says of a board: every moment that says something, in the order of the timeline. */
export function keptInput(id: BoardId, board: RedactedBoard, now: Instant): ExportInput {
  const form = planningForm(board, { order: 'timeline', rows: 'all', prompts: false })
  return { id, board, form, options: { sheet: 'form', bom: false, now, date: null, people: null } }
}

/** The board's data out of such a file, as `readBoardJson` takes it; null where it holds none. */
export function boardJsonIn(html: string): string | null {
  const begin = html.lastIndexOf(BEGIN)
  if (begin === -1) return null
  const end = html.indexOf(END, begin)
  return end === -1 ? null : html.slice(begin + BEGIN.length, end)
}

/** Within a script nothing is a character by name: what could end it is written by its number. */
const scriptText = (json: string) =>
  json.replace(/[<>&\u2028\u2029]/gu, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
const compact = (json: string): string => JSON.stringify(JSON.parse(json))
const written = (text: string): string => htmlLines(plainText(text).trim())

function about({ board, options }: ExportInput): readonly string[] {
  const { why } = board.session
  const counts = [
    counted(timeline(board.moments).length, 'moment'),
    counted(board.ideas.filter(({ withdrawn }) => !withdrawn).length, 'idea'),
    counted(board.actions.filter(({ removed }) => !removed).length, 'action'),
  ]
  const saved = new Date(options.now).toISOString().slice(0, 10)
  const session = options.date === null ? '' : `${xmlText(options.date)}. `
  return [
    ...(why.trim() === '' ? [] : [`<p class="why" dir="auto">${written(why)}</p>`]),
    `<p>${session}${counts.join(', ')}. Saved on <time datetime="${saved}">${saved}</time>.</p>`,
  ]
}

const counted = (count: number, one: string) => `${count} ${count === 1 ? one : `${one}s`}`

/** At its own size, to be pushed around; on paper in parts that stay readable. */
function boardPart(drawing: Drawing, pictures: InlinePictures): readonly string[] {
  const sheets = sheetsOf(drawing.bounds, 'many').map(({ part: { x, y, w, h } }) => {
    const view = [x, y, w, h].map((figure) => Math.round(figure)).join(' ')
    return `<svg class="sheet" viewBox="${view}" aria-hidden="true"><use href="#${MARKS_ID}"/></svg>`
  })
  return [
    '<h2>The board</h2>',
    '<input type="checkbox" id="fit"><label for="fit">Fit it into the page</label>',
    `<div class="board" tabindex="0" role="region" aria-label="The board">${svgOf(drawing, pictures)}</div>`,
    `<div class="sheets">${sheets.join('')}</div>`,
  ]
}

function formPart(input: ExportInput): readonly string[] {
  if (input.form.rows.length === 0) return []
  return ['<h2>The planning form</h2>', formTable(sheetOf(input))]
}

function actionsPart(input: ExportInput): readonly string[] {
  const actions = listedActions(input)
  if (actions.length === 0) return []
  const rows = actions.map(({ name, due, details }) => {
    const facts = [...(due === null ? [] : [`Due: ${due}`]), ...details].map(
      (fact) => `<li><bdi>${written(fact)}</bdi></li>`,
    )
    return `<li><strong><bdi>${written(name)}</bdi></strong><ul>${facts.join('')}</ul></li>`
  })
  return ['<h2>Actions</h2>', `<ol class="actions">${rows.join('')}</ol>`, ...nextSession(input)]
}

function nextSession({ board }: ExportInput): readonly string[] {
  const next = board.session.nextSession
  if (next === null) return []
  return [
    `<p>Next session: <time datetime="${next.date}T${next.time}">${sessionDay(next.date)}, ${next.time}</time>.</p>`,
  ]
}

/** What the closed vote said, and what was chosen by it. */
function votePart({ board }: ExportInput): readonly string[] {
  const { vote, shortlist } = board.session
  if (vote.state !== 'closed') return []
  const chosen = new Set<string>(shortlist?.moments)
  const rows = rank(board.moments, vote.totals)
    .filter(({ ticks, moment }) => ticks > 0 || chosen.has(moment.id))
    .map(({ moment, ticks }) => {
      const words = `<bdi>${written(moment.text || (moment.prompt ?? ''))}</bdi>`
      return `<li>${chosen.has(moment.id) ? `<strong>${words}</strong>` : words}: ${ticks}</li>`
    })
  const reason =
    shortlist === null || shortlist.reason.trim() === '' ? [] : [`<p dir="auto">${written(shortlist.reason)}</p>`]
  return rows.length === 0 ? [] : ['<h2>The vote</h2>', `<ol class="vote">${rows.join('')}</ol>`, ...reason]
}
