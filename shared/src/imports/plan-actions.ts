import type { Action } from '../domain/action.ts'
import type { ActionId, MomentId } from '../domain/id.ts'
import { oneLine } from '../priorities/planning-form.ts'
import type { FormChange } from './form-change.ts'

/** The lines of a cell that say something. */
export function linesOf(cell: string): readonly string[] {
  return cell
    .split('\n')
    .map(oneLine)
    .filter((line) => line !== '')
}

interface Lines {
  readonly moment: MomentId
  /** The moment's actions in their order: each is a line of the board's cell. */
  readonly actions: readonly Action[]
  readonly newId: () => ActionId
}

const lineOf = (action: Action): string => oneLine(action.text) || oneLine(action.firstStep)

/**
 * What turns the board's lines into the file's: a line that is there stays, one in the same gap between lines that stayed
 * was edited, a line too many is a new action, and one that is gone goes to the bin.
 */
export function actionChanges(file: readonly string[], { moment, actions, newId }: Lines): readonly FormChange[] {
  const stays = matched(file, actions)
  const taken = new Set(stays.filter((action) => action !== null))
  const changes: FormChange[] = []
  const left = new Map<Action | null, Action[]>()
  let before: Action | null = null
  for (const action of actions) {
    if (taken.has(action)) before = action
    else left.set(before, [...(left.get(before) ?? []), action])
  }
  before = null
  for (const [at, line] of file.entries()) {
    const same = stays[at] ?? null
    const edited = same === null ? left.get(before)?.shift() : undefined
    if (same !== null) before = same
    else if (edited === undefined) changes.push({ kind: 'action', id: newId(), moment, text: line })
    else changes.push(retold(edited, line))
  }
  for (const { id } of [...left.values()].flat())
    changes.push({ kind: 'bin', root: 'actions', id, from: false, to: true })
  return changes
}

/** The lines that the board doesn't have yet, as new actions. */
export function addedActions(file: readonly string[], lines: Lines): readonly FormChange[] {
  const stays = matched(file, lines.actions)
  return file.flatMap((text, at) =>
    stays[at] === null ? [{ kind: 'action', id: lines.newId(), moment: lines.moment, text } as const] : [],
  )
}

function retold(action: Action, line: string): FormChange {
  const key = oneLine(action.text) === '' ? 'firstStep' : 'text'
  return { kind: 'text', root: 'actions', id: action.id, key, from: action[key], to: line }
}

/** By line of the file the action that says the same; each action once. */
function matched(file: readonly string[], actions: readonly Action[]): readonly (Action | null)[] {
  const byLine = Map.groupBy(actions, lineOf)
  return file.map((line) => byLine.get(line)?.shift() ?? null)
}
