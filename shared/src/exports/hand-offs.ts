import { records } from './csv.ts'
import type { ExportInput, Exporter } from './exporter.ts'
import { listedActions, type ListedAction } from './listed-actions.ts'

type Columns = Readonly<Record<string, (action: ListedAction) => string>>

const description = ({ details }: ListedAction) => details.join('\n')

/**
 * The names by which each place knows what a task has: Trello's are of its own CSV exports, Jira's and Asana's of the pages
 * on their imports. Owners stand in the description: all four know people by an
 * address or an account, which a board never asks for.
 */
const trelloColumns: Columns = {
  'Card Name': ({ name }) => name,
  'Card Description': description,
  'List Name': () => 'To do',
  'Due Date': ({ due }) => due ?? '',
}

/** The importer asks how dates are written: yyyy-MM-dd. */
const jiraColumns: Columns = {
  Summary: ({ name }) => shortened(name, 255),
  'Issue Type': () => 'Task',
  Description: description,
  'Due Date': ({ due }) => due ?? '',
}

const asanaColumns: Columns = {
  Name: ({ name }) => name,
  Description: description,
  'Section/Column': ({ moment }) => moment,
  'Due Date': ({ due }) => monthFirst(due),
}

/** Planner reads no CSV itself; these are the names that its own workbook has, to be pasted or sent through a flow. */
const plannerColumns: Columns = {
  'Task Name': ({ name }) => shortened(name, 255),
  'Bucket Name': ({ moment }) => shortened(moment, 255),
  Progress: () => 'Not started',
  'Due Date': ({ due }) => monthFirst(due),
  Description: description,
}

export const trello = handOff('trello', 'Trello', trelloColumns)
export const jira = handOff('jira', 'Jira', jiraColumns)
export const asana = handOff('asana', 'Asana', asanaColumns)
export const planner = handOff('planner', 'Microsoft Planner', plannerColumns)

const NO_ACTIONS = 'There are no actions yet. Write the first one in Plan.'

/** Without a byte order mark: some take it for a part of the first column's name. */
function handOff<Id extends string>(id: Id, label: string, columns: Columns) {
  return {
    id,
    label,
    of: 'actions',
    stem: `actions-${id}`,
    mediaType: 'text/csv; charset=utf-8; header=present',
    extension: 'csv',
    lacks: (input: ExportInput) => (listedActions(input).length === 0 ? NO_ACTIONS : null),
    write: (input: ExportInput) =>
      records([
        Object.keys(columns),
        ...listedActions(input).map((action) => Object.values(columns).map((cellOf) => cellOf(action))),
      ]),
  } as const satisfies Exporter
}

function shortened(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).replace(/[\ud800-\udbff]$/u, '')}…`
}

function monthFirst(due: string | null): string {
  if (due === null) return ''
  const [year, month, day] = due.split('-')
  return `${month}/${day}/${year}`
}
