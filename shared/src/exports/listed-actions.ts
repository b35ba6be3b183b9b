import { behindTheScenes, timeline } from '../board/timeline.ts'
import { rankings } from '../domain/assessment.ts'
import type { Moment } from '../domain/moment.ts'
import { actionsInOrder, oneLine } from '../priorities/planning-form.ts'
import type { ExportInput } from './exporter.ts'
import { plainText } from './plain-text.ts'
import type { RedactedAction } from './redact.ts'

/** An action as lists of tasks know one. */
export interface ListedAction {
  readonly id: string
  /** One line. */
  readonly name: string
  readonly moment: string
  /** Calendar date, YYYY-MM-DD. */
  readonly due: string | null
  /** What else is known, a line each. */
  readonly details: readonly string[]
}

/** Everything that was agreed to be done, moment by moment in the order of the timeline. */
export function listedActions({ board }: ExportInput): readonly ListedAction[] {
  const byMoment = Map.groupBy(board.actions, (action) => action.moment)
  return [...timeline(board.moments), ...behindTheScenes(board.moments)].flatMap((moment) =>
    actionsInOrder(byMoment.get(moment.id) ?? []).map((action) => listed(action, moment)),
  )
}

function listed({ id, text, firstStep, due, owner, target }: RedactedAction, moment: Moment): ListedAction {
  const line = (words: string) => oneLine(plainText(words))
  const about = line(moment.text.trim() === '' ? (moment.prompt ?? '') : moment.text)
  const facts = [
    ['Moment of truth', about],
    ['First step', line(firstStep)],
    ['Owner', line(owner ?? '')],
    ['Target', target === null ? '' : rankings[target].label],
  ]
  return {
    id,
    name: line(text) || line(firstStep),
    moment: about,
    due: due !== null && isDay(due) ? due : null,
    details: facts.flatMap(([name, words]) => (words === '' ? [] : [`${name}: ${words}`])),
  }
}

/** A day that the calendar has. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/u.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}
