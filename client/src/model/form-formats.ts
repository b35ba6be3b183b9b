/**
 * Every file that a board can be taken home as, by its exporter's id, and the pictures of the wall: what the dialog
 * knows of it before its writer is there. `device` ones are written here and work offline; `pictures` are made in the dialog for pictures. The first ones stand in sight, the others are folded.
 */
export const formFormats = {
  docx: { by: 'server', of: 'form', stem: 'form', extension: 'docx', first: true },
  xlsx: { by: 'device', of: 'form', stem: 'form', extension: 'xlsx', first: true },
  pdf: { by: 'server', of: 'form', stem: 'form', extension: 'pdf', first: true },
  csv: { by: 'device', of: 'form', stem: 'form', extension: 'csv', first: true },
  html: { by: 'device', of: 'form', stem: 'form', extension: 'html', first: false },
  markdown: { by: 'device', of: 'form', stem: 'form', extension: 'md', first: false },
  'form-json': { by: 'device', of: 'form', stem: 'form', extension: 'json', first: false },
  'actions-calendar': { by: 'device', of: 'actions', stem: 'actions', extension: 'ics', first: false },
  trello: { by: 'device', of: 'actions', stem: 'actions-trello', extension: 'csv', first: false },
  jira: { by: 'device', of: 'actions', stem: 'actions-jira', extension: 'csv', first: false },
  asana: { by: 'device', of: 'actions', stem: 'actions-asana', extension: 'csv', first: false },
  planner: { by: 'device', of: 'actions', stem: 'actions-planner', extension: 'csv', first: false },
  'board-page': { by: 'pictures', of: 'board', stem: 'board', extension: 'html', first: false },
  'board-pdf': { by: 'pictures', of: 'board', stem: 'board', extension: 'pdf', first: false },
  'board-png': { by: 'pictures', of: 'board', stem: 'board', extension: 'png', first: false },
  'board-svg': { by: 'pictures', of: 'board', stem: 'board', extension: 'svg', first: false },
  'board-json': { by: 'device', of: 'board', stem: 'board', extension: 'json', first: false },
} as const satisfies Record<string, FormatFacts>

interface FormatFacts {
  readonly by: 'device' | 'server' | 'pictures'
  readonly of: 'form' | 'actions' | 'board'
  readonly stem: string
  readonly extension: string
  readonly first: boolean
}

export type FormFormat = keyof typeof formFormats
export const formFormatOrder = Object.keys(formFormats) as readonly FormFormat[]

/** What of the board goes into the form. */
export interface FormWishes {
  readonly shortlistFirst: boolean
  readonly extended: boolean
  readonly allMoments: boolean
  /** Rows that are printed and that nobody touched, too. */
  readonly prompts: boolean
  /** The printed rows and nothing else, to be filled in by hand; of one file, and never remembered. */
  readonly blank?: boolean
}
