import * as v from 'valibot'
import { recordLimits } from '../board/records.ts'
import type { BoardView } from '../board/view.ts'
import type { Actor } from '../domain/actor.ts'
import { isLegalTarget } from './set-action.ts'
import { CHANGES_AT_ONCE, formChange, type FormChange } from '../imports/form-change.ts'
import { may } from '../rules/may.ts'
import { isFree } from '../rules/pieces.ts'
import { rowOfPlace, targetOf } from '../rules/place-row.ts'
import { all, allowed, refused, type Ruling } from '../rules/ruling.ts'
import { governed } from './command.ts'
import { asFound } from '../imports/as-found.ts'
import { writeChanges } from '../imports/write-changes.ts'

/**
 * Brings what a file of the form changes onto the board: all of it at once, or nothing. What somebody has changed since
 * the file was compared with the board is never written over: then the command is refused as a whole.
 */
export const mergeForm = governed({
  name: 'merge-form',
  args: v.object({
    changes: v.pipe(
      v.array(formChange),
      v.minLength(1, 'There is nothing to change.'),
      v.maxLength(CHANGES_AT_ONCE, `Up to ${CHANGES_AT_ONCE} changes are made at once.`),
    ),
  }),
  check: (view, actor, { changes }) =>
    all(
      () => may(actor, view, 'import'),
      () => hasRoom(view, changes),
      ...changes.map((change) => () => mayChange(view, actor, change)),
      () => judgeAsFound(view, changes),
    ),
  apply(board, { changes }, { random }) {
    writeChanges(board, changes, random)
  },
})

/** May this be changed now, by the rule that it goes by? Whether it still is as it was doesn't matter here. */
export function mayChange(view: BoardView, actor: Actor, change: FormChange): Ruling {
  switch (change.kind) {
    case 'text': {
      const row = rowOfPlace(change.root, change.key)
      return row === null
        ? refused('D1', 'There is no such text on the board.')
        : may(actor, view, row, targetOf(change.root, change.id))
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
  }
}

function judgeTarget(view: BoardView, { action, to }: Extract<FormChange, { kind: 'target' }>): Ruling {
  const moment = view.action(action)?.moment
  const from = moment === undefined ? null : (view.grade(moment)?.settled ?? null)
  return to === null || from === null || isLegalTarget(from, to)
    ? allowed
    : refused('P4', 'From where this moment is today it can’t aim for that.')
}

const CHANGED = 'The board has changed since this file was compared with it. Look at what it would change once more.'

/** What a change finds on the board is what it says was there. */
function judgeAsFound(view: BoardView, changes: readonly FormChange[]): Ruling {
  const added = new Set(
    changes.flatMap((change) => (change.kind === 'moments' ? change.moments : [])).map(({ id }) => id),
  )
  return changes.every((change) => asFound(view, change, added)) ? allowed : refused('D1', CHANGED)
}

function hasRoom(view: BoardView, changes: readonly FormChange[]): Ruling {
  const moments = changes.reduce((sum, change) => sum + (change.kind === 'moments' ? change.moments.length : 0), 0)
  return moments === 0 || view.moments().length + moments <= recordLimits.moments
    ? allowed
    : refused('D1', 'This board holds as many moments as it can.')
}
