import { ACTION_TEXT_MAX, type Action } from '../domain/action.ts'
import { rankings } from '../domain/assessment.ts'
import { comparable } from '../exports/cell-stamp.ts'
import { isDay } from '../exports/listed-actions.ts'
import { oneLine } from '../priorities/planning-form.ts'
import type { FormChange } from './form-change.ts'
import { byLabel, noneOf } from './labels.ts'
import type { CellFacts, CellOutcome } from './cell-outcome.ts'

type LineColumn = 'TARGET' | 'OWNER' | 'DUE' | 'FIRST STEP'

const NAME_MAX = 80

/**
 * Cells about actions have a line an action, in step with the lines of ACTION: they can be told apart only while the file
 * and the board have the same actions.
 */
export function actionLines(column: LineColumn, file: string, { actions, fileActions }: CellFacts): CellOutcome {
  const lines = file.trimEnd().split('\n').map(oneLine)
  const here = actions.map((action) => oneLine(action.text) || oneLine(action.firstStep)).join('\n')
  const inStep = fileActions === null || comparable(fileActions) === comparable(here)
  if (!inStep || lines.length > Math.max(1, actions.length) || (actions.length === 0 && file.trim() !== ''))
    return {
      reason: `Its lines go with those of ACTION, which are others on the board. Bring these first, then the file again.`,
    }
  const outcomes = actions.map((action, at) => changeOf(column, action, lines[at] ?? ''))
  const wrong = outcomes.find((outcome) => typeof outcome === 'string')
  if (wrong !== undefined) return { reason: wrong }
  return { changes: outcomes.filter((outcome) => outcome !== null && typeof outcome !== 'string'), both: null }
}

/** The change of one line; null when it says the same, a sentence when it can't be taken. */
function changeOf(column: LineColumn, action: Action, line: string): FormChange | string | null {
  const { id } = action
  switch (column) {
    case 'TARGET': {
      const to = byLabel(line, rankings)
      if (to === undefined) return noneOf(line, rankings)
      return to === action.target ? null : { kind: 'target', action: id, from: action.target, to }
    }
    case 'OWNER': {
      // A file knows owners by name only. Who is named as before stays who it was, with the seat.
      if (line === oneLine(action.owner?.name ?? '')) return null
      if (line.length > NAME_MAX) return `“${line.slice(0, 40)}” is longer than a name may be.`
      return { kind: 'owner', action: id, from: action.owner, to: line === '' ? null : { seat: null, name: line } }
    }
    case 'DUE': {
      const to = line === '' ? null : line
      if (to !== null && !isDay(to)) return `“${line.slice(0, 40)}” is no day. Write it as 2026-12-04.`
      return to === action.due ? null : { kind: 'due', action: id, from: action.due, to }
    }
    case 'FIRST STEP': {
      if (line.length > ACTION_TEXT_MAX) return `A first step may have ${ACTION_TEXT_MAX} characters.`
      if (line === oneLine(action.firstStep)) return null
      return { kind: 'text', root: 'actions', id, key: 'firstStep', from: action.firstStep, to: line }
    }
  }
}
