import { ACTION_TEXT_MAX } from '../domain/action.ts'
import { ASSESSMENT_TEXT_MAX, evidences, rankings } from '../domain/assessment.ts'
import { channels, settings, type ChannelId, type OwnChannel } from '../domain/contact-type.ts'
import { MOMENT_TEXT_MAX } from '../domain/moment.ts'
import type { ColumnName } from './columns.ts'
import type { FormChange } from './form-change.ts'
import { byLabel, noneOf, type Labels } from './labels.ts'
import type { CellFacts, CellOutcome } from './cell-outcome.ts'
import { WORDLESS } from './leaves-wordless.ts'
import { actionLines } from './plan-action-lines.ts'
import { actionChanges, addedActions, linesOf } from './plan-actions.ts'

/** What taking these words for a cell changes on the board. */
export function cellChanges(column: ColumnName, file: string, facts: CellFacts): CellOutcome {
  switch (column) {
    case 'MOMENT OF TRUTH':
      return textChange(facts, { root: 'moments', key: 'text', max: MOMENT_TEXT_MAX }, file)
    case 'DESCRIPTION':
      return textChange(facts, { root: 'assessments', key: 'description', max: ASSESSMENT_TEXT_MAX }, file)
    case 'ISSUE/PROBLEM':
      return textChange(facts, { root: 'assessments', key: 'issue', max: ASSESSMENT_TEXT_MAX }, file)
    case 'EXPECTATION':
      return textChange(facts, { root: 'assessments', key: 'expectation', max: ASSESSMENT_TEXT_MAX }, file)
    case 'ACTION':
      return actionCell(file, facts)
    case 'RANKING': {
      const { moment, view } = facts
      return chosen(file, rankings, (to) => ({
        kind: 'ranking',
        moment,
        from: view.grade(moment)?.settled ?? null,
        to,
      }))
    }
    case 'EVIDENCE': {
      const { moment, view } = facts
      return chosen(file, evidences, (to) => ({
        kind: 'evidence',
        moment,
        from: view.assessment(moment)?.evidence ?? null,
        to,
      }))
    }
    case 'CHANNEL': {
      const { moment, view } = facts
      const from = view.moment(moment)?.channel ?? null
      return chosen(file, channelsOf(view.session.channels), (to) => ({ kind: 'channel', moment, from, to }))
    }
    case 'SETTING': {
      const { moment, view } = facts
      const from = view.moment(moment)?.setting ?? null
      return chosen(file, settings, (to) => ({ kind: 'setting', moment, from, to }))
    }
    case 'TARGET':
    case 'OWNER':
    case 'DUE':
    case 'FIRST STEP':
      return actionLines(column, file, facts)
    default:
      return { reason: `${column} isn’t taken from a file. Change it on the board.` }
  }
}

interface TextPlace {
  readonly root: 'moments' | 'assessments'
  readonly key: 'text' | 'description' | 'issue' | 'expectation'
  readonly max: number
}

function textChange({ moment, view }: CellFacts, { root, key, max }: TextPlace, file: string): CellOutcome {
  const to = file.trim()
  const from = key === 'text' ? (view.moment(moment)?.text ?? '') : (view.assessment(moment)?.[key] ?? '')
  if (key === 'text' && to === '') return { reason: WORDLESS }
  if (to.length > max) return { reason: tooLong(to.length, max) }
  const change = (words: string): FormChange => ({ kind: 'text', root, id: moment, key, from, to: words })
  const both = `${from.trimEnd()}\n${to}`
  return { changes: [change(to)], both: both.length <= max && to !== '' ? [change(both)] : null }
}

function tooLong(length: number, max: number): string {
  return `This has ${length} characters, and ${max} fit. Make it shorter in the file, or write it on the board.`
}

function actionCell(file: string, { moment, actions, newId }: CellFacts): CellOutcome {
  const lines = linesOf(file)
  const long = lines.find(({ length }) => length > ACTION_TEXT_MAX)
  if (long !== undefined) return { reason: tooLong(long.length, ACTION_TEXT_MAX) }
  const facts = { moment, actions, newId }
  const both = addedActions(lines, facts)
  return { changes: actionChanges(lines, facts), both: both.length > 0 ? both : null }
}

/** A word out of a short list, by its label; an empty cell says none of them. */
function chosen<Value extends string>(
  file: string,
  labels: Labels<Value>,
  change: (to: Value | null) => FormChange,
): CellOutcome {
  const found = byLabel(file, labels)
  return found === undefined ? { reason: noneOf(file, labels) } : { changes: [change(found)], both: null }
}

function channelsOf(own: readonly OwnChannel[]): Labels<ChannelId> {
  return { ...channels, ...Object.fromEntries(own.map(({ id, label }) => [id, { label }])) } as Labels<ChannelId>
}
