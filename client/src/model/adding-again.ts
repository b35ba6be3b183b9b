import type { Offered } from './board-store.ts'
import { isDirect, parsed, type Deed } from './deed.ts'

/** What was refused and can be done anew just as it was: what puts something on the board. Null for everything else. */
export function addingAgain({ command: { name, args } }: Offered): Deed | null {
  if (!isDirect(name) || !name.startsWith('add-')) return null
  const given = parsed(name, args)
  return 'args' in given ? ({ name, args: given.args } as Deed) : null
}
