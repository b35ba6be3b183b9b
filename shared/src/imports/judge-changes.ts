import { recordLimits } from '../board/records.ts'
import type { BoardView } from '../board/view.ts'
import { maxOf } from '../commands/edit-text.ts'
import { isLegalTarget } from '../commands/set-action.ts'
import type { Actor } from '../domain/actor.ts'
import { may } from '../rules/may.ts'
import { isFree } from '../rules/pieces.ts'
import { rowOfPlace, targetOf } from '../rules/place-row.ts'
import { all, allowed, refused, type Ruling } from '../rules/ruling.ts'
import { asFound } from './as-found.ts'
import type { ChangeOf, FormChange } from './form-change.ts'
import { leavesWordless, WORDLESS } from './leaves-wordless.ts'

/**
 * May all of this be done to the board as it is? Each change goes by its own rule, and must find what it says was there:
 * what somebody has changed since the file was compared is never written over. All of it, or nothing.
 */
export function judgeChanges(view: BoardView, actor: Actor, changes: readonly FormChange[]): Ruling {
  return all(
    () => may(actor, view, 'import'),
    () => hasRoom(view, changes),
    // Each is judged and written by the whole line.
    () => (changes.filter(({ kind }) => kind === 'order').length > 1 ? refused('D1', ONE_ORDER) : allowed),
    ...changes.map((change) => () => mayChange(view, actor, change)),
    () => judgeAsFound(view, changes),
  )
}

/** May this be changed now, by the rule that it goes by? Whether it still is as it was doesn't matter here. */
export function mayChange(view: BoardView, actor: Actor, change: FormChange): Ruling {
  switch (change.kind) {
    case 'text': {
      const row = rowOfPlace(change.root, change.key)
      if (row === null) return refused('D1', 'There is no such text on the board.')
      return all(
        () => may(actor, view, row, targetOf(change.root, change.id)),
        () => fits(change),
        () => (leavesWordless(view, change) ? refused('D1', WORDLESS) : allowed),
      )
    }
    case 'ranking':
      return may(actor, view, 'ranking', { moment: change.moment })
    case 'evidence':
      return may(actor, view, 'assessment', { moment: change.moment })
    case 'channel':
    case 'setting':
      return may(actor, view, 'contact-type')
    case 'moments':
      return all(
        () => may(actor, view, 'moment', { creates: true }),
        () => (change.moments.some(({ text }) => text.trim() === '') ? refused('D1', WORDLESS) : allowed),
        ...change.moments.map((moment) => () => isFree(view, 'moment', moment.id)),
      )
    case 'action':
      return may(actor, view, 'action', { creates: true })
    case 'bin':
      return may(actor, view, change.root === 'moments' ? 'moment' : 'action')
    case 'due':
      return may(actor, view, 'action')
    case 'target':
      return all(
        () => may(actor, view, 'action'),
        () => judgeTarget(view, change),
      )
    case 'owner':
      return may(actor, view, 'owner')
    case 'order':
      return all(
        () => may(actor, view, 'moment'),
        () => judgeOrder(view, change),
      )
  }
}

/** A text that is longer than its field could be written, and then nobody could read the board's own file any more. */
function fits({ root, key, to }: ChangeOf<'text'>): Ruling {
  const max = maxOf(root, key)
  return to.length <= max ? allowed : refused('D1', `This has ${to.length} characters, and ${max} fit.`)
}

function judgeTarget(view: BoardView, { action, to }: ChangeOf<'target'>): Ruling {
  const moment = view.action(action)?.moment
  const from = moment === undefined ? null : (view.grade(moment)?.settled ?? null)
  return to === null || from === null || isLegalTarget(from, to)
    ? allowed
    : refused('P4', 'From where this moment is today it can’t aim for that.')
}

/** Both say the same part of the line, and only what is said to move does. */
function judgeOrder(view: BoardView, { moved, from, to }: ChangeOf<'order'>): Ruling {
  const moving = new Set<string>(moved)
  const stays = (ids: readonly string[]) => ids.filter((id) => !moving.has(id)).join(' ')
  const isSame = new Set(from).size === from.length && from.toSorted().join(' ') === to.toSorted().join(' ')
  if (!isSame || stays(from) !== stays(to) || !moved.every((id) => from.includes(id)))
    return refused('D1', 'This order is of other moments than those that it moves.')
  return moved.some((id) => view.moment(id)?.locked === true)
    ? refused('M2', 'A note that would move is locked. Unlock it first.')
    : allowed
}

const ONE_ORDER = 'The line is put into another order once at a time.'
const CHANGED = 'The board has changed since this file was compared with it. Look at what it would change once more.'

/** What a change finds on the board is what it says was there. */
function judgeAsFound(view: BoardView, changes: readonly FormChange[]): Ruling {
  const added = new Set(
    changes.flatMap((change) => (change.kind === 'moments' ? change.moments : [])).map(({ id }) => id),
  )
  return changes.every((change) => asFound(view, change, added)) ? allowed : refused('D1', CHANGED)
}

/** What is in the bin counts, too: nothing disappears. */
function hasRoom(view: BoardView, changes: readonly FormChange[]): Ruling {
  const moments = changes.reduce((sum, change) => sum + (change.kind === 'moments' ? change.moments.length : 0), 0)
  if (moments > 0 && view.moments().length + moments > recordLimits.moments)
    return refused('D1', 'This board holds as many moments as it can.')
  const actions = changes.filter(({ kind }) => kind === 'action').length
  return actions === 0 || view.actionCount() + actions <= recordLimits.actions
    ? allowed
    : refused('D1', 'This board holds as many actions as it can.')
}
