import * as v from 'valibot'
import { may } from '../rules/may.ts'
import { kept } from './command.ts'

/** "The bell. We build on ideas now." Anybody may ring it; nobody learns who did. */
export const ringBell = kept({
  name: 'ring-bell',
  anonymous: true,
  args: v.object({}),
  check: (view, actor) => may(actor, view, 'idea'),
})
