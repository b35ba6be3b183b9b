import type { Touch } from '@momentous/shared/board/place'
import type { RecordRoot } from '@momentous/shared/board/records'
import type { BoardView } from '@momentous/shared/board/view'
import { isLegalTarget } from '@momentous/shared/commands/set-action'
import { rankingOrder } from '@momentous/shared/domain/assessment'
import type { ActionId, MomentId } from '@momentous/shared/domain/id'
import { all, allowed, refused, type Ruling } from '@momentous/shared/rules/ruling'

/** What no single place shows: how the values of a change fit each other, and what the board holds already. */
export function judgeRelations(view: BoardView, touches: readonly Touch[]): Ruling {
  return all(
    () => judgeLocks(view, touches),
    () => judgeStacks(view, touches),
    () => judgeTargets(view, touches),
  )
}

type Keyed = Extract<Touch, { readonly key: string }>
type Values = ReadonlyMap<string, unknown>

function at(touches: readonly Touch[], root: RecordRoot, key: string): readonly Keyed[] {
  return touches.filter((touch): touch is Keyed => touch.root === root && 'key' in touch && touch.key === key)
}

/** By id the value that a change leaves under `key`. */
function valuesAt(touches: readonly Touch[], root: RecordRoot, key: string): Values {
  return new Map(
    at(touches, root, key).flatMap((touch): [string, unknown][] =>
      touch.kind === 'set' && touch.written.is === 'value' ? [[touch.id, touch.written.value]] : [],
    ),
  )
}

/** A locked note stays (M2), unless the same change unlocks it. */
function judgeLocks(view: BoardView, touches: readonly Touch[]): Ruling {
  const moved = at(touches, 'moments', 'place').filter(({ id }) => view.moment(id as MomentId)?.locked === true)
  if (moved.length === 0) return allowed
  const locks = at(touches, 'moments', 'locked')
  const isUnlocked = (id: string): boolean => {
    const own = locks.filter((touch) => touch.id === id)
    const sets = own.filter((touch) => touch.kind === 'set')
    // A lock that is set anew erases the one before; that alone unlocks nothing.
    if (sets.length === 0) return own.length > 0
    return sets.some(({ written }) => written.is !== 'value' || written.value !== true)
  }
  return moved.every(({ id }) => isUnlocked(id)) ? allowed : refused('M2', 'This note is locked. Unlock it first.')
}

/** A stack lies on a moment that is there, in the end: otherwise its moments would be nowhere. */
function judgeStacks(view: BoardView, touches: readonly Touch[]): Ruling {
  const written = valuesAt(touches, 'moments', 'stackedOn')
  const made = new Set(touches.flatMap((touch) => (touch.kind === 'create' ? [touch.id] : [])))
  const below = (id: string): unknown => (written.has(id) ? written.get(id) : view.moment(id as MomentId)?.stackedOn)
  const stands = (id: string): boolean => {
    const seen = new Set([id])
    for (let next = below(id); typeof next === 'string'; next = below(next)) {
      if (seen.has(next) || (!made.has(next) && view.moment(next as MomentId) === undefined)) return false
      seen.add(next)
    }
    return true
  }
  return [...written.keys()].every(stands) ? allowed : refused('M1', 'A stack lies on a moment of the timeline.')
}

/** An action aims only for what the method allows from where its moment is (P4). */
function judgeTargets(view: BoardView, touches: readonly Touch[]): Ruling {
  const [targets, moments] = [valuesAt(touches, 'actions', 'target'), valuesAt(touches, 'actions', 'moment')]
  const isLegal = (id: string): boolean => {
    const known = view.action(id as ActionId)
    const moment = moments.has(id) ? moments.get(id) : known?.moment
    const target = targets.has(id) ? targets.get(id) : known?.target
    const to = rankingOrder.find((each) => each === target)
    const from = view.grade(moment as MomentId)?.settled ?? null
    return to === undefined || from === null || isLegalTarget(from, to)
  }
  return [...targets.keys(), ...moments.keys()].every(isLegal)
    ? allowed
    : refused('P4', 'From where this moment is today it can’t aim for that.')
}
