import * as v from 'valibot'
import { setSession } from '../board/session.ts'
import { may } from '../rules/may.ts'
import { governed } from './command.ts'

/** Starts the timer on the server's clock (`seconds`), or takes it away (`null`). */
export const setTimer = governed({
  name: 'set-timer',
  args: v.object({ seconds: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(5), v.maxValue(36_000))) }),
  check: (view, actor) => may(actor, view, 'steer'),
  apply(board, { seconds }, { now }) {
    setSession(board, { timer: seconds === null ? null : { state: 'running', endsAt: now + seconds * 1000 } })
  },
})
