import type { Board } from '@momentous/shared/board/board'
import type { Touch } from '@momentous/shared/board/place'
import type { RecordRoot } from '@momentous/shared/board/records'
import { isLegalTarget } from '@momentous/shared/commands/set-action'
import { rankingOrder } from '@momentous/shared/domain/assessment'
import { HOLDS_CONNECTOR } from '@momentous/shared/rules/pieces'
import { all, allowed, refused, type Ruling } from '@momentous/shared/rules/ruling'

/** Read as it lies in the document: a change may touch thousands of records, and each counts in one value alone. */
interface Change {
  readonly board: Board
  readonly touches: readonly Touch[]
}

/** What no single place shows: how the values of a change fit each other, and what the board holds already. */
export function judgeRelations(change: Change): Ruling {
  return all(
    () => judgeLocks(change, 'moments', ['place'], NOTE_LOCKED),
    () => judgeLocks(change, 'shapes', ['place', 'from', 'to'], SHAPE_LOCKED),
    () => judgeEnds(change),
    () => judgeStacks(change),
    () => judgeTargets(change),
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

const NOTE_LOCKED = refused('M2', 'This note is locked. Unlock it first.')
const SHAPE_LOCKED = refused('K1', 'This is locked. Unlock it first.')

/** What is locked stays where it is (M2, K1), unless the same change unlocks it. */
function judgeLocks(
  { board, touches }: Change,
  root: 'moments' | 'shapes',
  keys: readonly string[],
  locked: Ruling,
): Ruling {
  const moved = new Set(keys.flatMap((key) => at(touches, root, key).map(({ id }) => id)))
  if (moved.size === 0) return allowed
  const unlocked = unlockedBy(at(touches, root, 'locked'))
  const stays = (id: string) => unlocked.get(id) !== true && board[root].get(id)?.get('locked') === true
  return [...moved].some(stays) ? locked : allowed
}

/** A connector holds on to no connector (K1): where one ended would depend on where it ended. */
function judgeEnds({ board, touches }: Change): Ruling {
  const ends = [...valuesAt(touches, 'shapes', 'from'), ...valuesAt(touches, 'shapes', 'to')]
  if (ends.length === 0) return allowed
  const kinds = valuesAt(touches, 'shapes', 'kind')
  const holds = ([id, end]: readonly [string, unknown]) => {
    const held = typeof end === 'object' && end !== null && 'at' in end ? String(end.at) : null
    if (held === null) return false
    const kind = kinds.has(held) ? kinds.get(held) : board.shapes.get(held)?.get('kind')
    return held === id || kind === 'connector'
  }
  return ends.some(holds) ? HOLDS_CONNECTOR : allowed
}

/** A lock that is set anew erases the one before; that alone unlocks nothing. */
function unlockedBy(locks: readonly Keyed[]): ReadonlyMap<string, boolean> {
  const unlocked = new Map<string, boolean>()
  const isSet = new Set(locks.filter(({ kind }) => kind === 'set').map(({ id }) => id))
  for (const touch of locks) {
    const unlocks =
      touch.kind === 'set' ? touch.written.is !== 'value' || touch.written.value !== true : !isSet.has(touch.id)
    unlocked.set(touch.id, unlocked.get(touch.id) === true || unlocks)
  }
  return unlocked
}

/** Stacks lie on the timeline; two people at once may put one on another. */
const STACKS_DEEP = 20

/** A stack lies on a moment that is there, in the end: otherwise its moments would be nowhere. */
function judgeStacks({ board, touches }: Change): Ruling {
  const written = valuesAt(touches, 'moments', 'stackedOn')
  const made = new Set(
    touches.flatMap((touch) => (touch.kind === 'create' && touch.root === 'moments' ? [touch.id] : [])),
  )
  const below = (id: string): unknown => (written.has(id) ? written.get(id) : board.moments.get(id)?.get('stackedOn'))
  const stands = (id: string): boolean => {
    let next = below(id)
    for (let depth = 0; typeof next === 'string'; next = below(next)) {
      if (++depth > STACKS_DEEP || next === id || (!made.has(next) && !board.moments.has(next))) return false
    }
    return true
  }
  return [...written.keys()].every(stands) ? allowed : refused('M1', 'A stack lies on a moment of the timeline.')
}

/** An action aims only for what the method allows from where its moment is (P4). */
function judgeTargets({ board, touches }: Change): Ruling {
  const [targets, moments] = [valuesAt(touches, 'actions', 'target'), valuesAt(touches, 'actions', 'moment')]
  const isLegal = (id: string): boolean => {
    const known = board.actions.get(id)
    const moment = moments.has(id) ? moments.get(id) : known?.get('moment')
    const target = targets.has(id) ? targets.get(id) : known?.get('target')
    const settled = board.grades.get(String(moment))?.get('settled')
    const [from, to] = [settled, target].map((ranking) => rankingOrder.find((each) => each === ranking))
    return to === undefined || from === undefined || isLegalTarget(from, to)
  }
  return [...targets.keys(), ...moments.keys()].every(isLegal)
    ? allowed
    : refused('P4', 'From where this moment is today it can’t aim for that.')
}
