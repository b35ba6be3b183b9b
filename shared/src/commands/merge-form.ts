import * as v from 'valibot'
import type { FormChange } from '../imports/form-change.ts'
import { may } from '../rules/may.ts'
import { kept } from './command.ts'

/** So many changes travel in one command: more would hold up everybody else on the board. */
export const CHANGES_AT_ONCE = 200

/**
 * Brings what a file of the form changes onto the board: all of it at once, or nothing. What each change is, and whether
 * it may be, the server judges (judge-changes.ts): no page carries that which only ever sends them.
 */
export const mergeForm = kept({
  name: 'merge-form',
  anonymous: false,
  args: v.object({
    changes: v.pipe(
      v.array(v.custom<FormChange>((change) => typeof change === 'object' && change !== null)),
      v.maxLength(CHANGES_AT_ONCE, `Up to ${CHANGES_AT_ONCE} changes are made at once.`),
    ),
  }),
  check: (view, actor) => may(actor, view, 'import'),
})
