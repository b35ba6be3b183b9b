import { figured } from './number.ts'

export const fileWords = {
  takeHome: 'Take the form home',
  shortlistFirst: 'Shortlist first',
  extended: 'Extended sheet',
  allMoments: 'All moments',
  format: 'Kind of file',
  writing: 'Writing the file',
  saved: 'The file is on its way to your downloads.',
  more: 'More kinds of file',
  fewer: 'Fewer kinds of file',
  cancel: 'Cancel',
  copyTable: 'Copy the table',
  copyTroubled: 'This browser lets nothing be copied here. Save the file instead.',
  tableCopied: 'The table is copied. Paste it into a letter, a document or a spreadsheet.',
  preview: 'What is in the file',
  wholeWall: 'The wall as it lies there, in light colours. What is in it and how large it is, you choose next.',
  untouched: 'Untouched prompts too',
  blank: 'Save the blank form',
  blankHint: 'The printed rows and empty lines, to fill in by hand.',
  actionColumns: ['ACTION', 'DUE', 'MOMENT OF TRUTH'],
  wholeBoard:
    'Everything on the wall and in the form. It never says who wrote an idea, and another Momentous opens it.',
}

/** What the files are of, above each of them. */
export const formatGroups = { form: 'The form', actions: 'Actions and calendar', board: 'The board' } as const

/** The files that a board can be taken home as; the button names the file. */
export const formatWords = {
  docx: { label: 'Word', note: 'edit and sign', save: 'Save the Word file' },
  pdf: { label: 'PDF', note: 'to print and to file', save: 'Save the PDF' },
  xlsx: { label: 'Excel', note: 'sorts, filters, offers the rankings', save: 'Save the Excel file' },
  csv: { label: 'CSV', note: 'comes back in without loss', save: 'Save the CSV file' },
  html: { label: 'Web page', note: 'opens everywhere, prints well', save: 'Save the web page' },
  markdown: { label: 'Markdown', note: 'plain text with a table', save: 'Save the Markdown file' },
  'form-json': { label: 'JSON', note: 'for other programs', save: 'Save the JSON file' },
  'actions-calendar': { label: 'Calendar', note: 'each action on its day', save: 'Save the calendar file' },
  trello: { label: 'Trello', note: 'actions as cards', save: 'Save the file for Trello' },
  jira: { label: 'Jira', note: 'actions as tasks', save: 'Save the file for Jira' },
  asana: { label: 'Asana', note: 'actions as tasks', save: 'Save the file for Asana' },
  planner: {
    label: 'Microsoft Planner',
    note: 'actions in the columns of its own workbook',
    save: 'Save the file for Planner',
  },
  'board-page': {
    label: 'One file to keep',
    note: 'wall, form and actions; opens for ever',
    save: 'Choose the file to keep',
  },
  'board-pdf': { label: 'Poster', note: 'the wall on one sheet', save: 'Choose the poster' },
  'board-png': { label: 'Picture', note: 'the wall, for slides and mail', save: 'Choose the picture' },
  'board-svg': { label: 'Drawing', note: 'the wall, sharp at any size', save: 'Choose the drawing' },
  'board-json': { label: 'The whole board', note: 'to open it on another Momentous', save: 'Save the whole board' },
}

/** Why a file can't be had now, and which can. */
export function offlineFile(label: string, others: readonly string[]): string {
  return `You are offline, and “${label}” is written by the server. These work: ${others.join(', ')}.`
}

export function rowsInIt(rows: number, shown: number): string {
  if (rows === 0) return 'Nothing is in it yet.'
  if (shown < rows) return `${figured(rows, 'row')}, the first ${shown} of them:`
  return `${figured(rows, 'row')}:`
}

/** Said when a file shows some signs as missing. */
export function undrawnWords(signs: string): string {
  return `The file is saved, but no font here has these signs, so it shows them as \ufffd: ${Array.from(signs).join(' ')}. Word, Excel and the web page have them.`
}
