import * as v from 'valibot'
import { may } from '../rules/may.ts'
import { all } from '../rules/ruling.ts'
import { seated } from '../rules/seated.ts'
import { kept } from './command.ts'

/** Ready, finished, or (in the lobby) "this makes sense": one tick a seat, forgotten at the next phase. */
export const beReady = kept({
  name: 'be-ready',
  anonymous: false,
  args: v.object({ ready: v.boolean() }),
  check: (view, actor) =>
    all(
      () => may(actor, view, 'count'),
      () => seated(actor),
    ),
})
