import { MOMENTS_AT_ONCE } from '@momentous/shared/commands/add-moments'
import type { ArgsOf } from '@momentous/shared/commands/commands'
import type { MomentId } from '@momentous/shared/domain/id'
import type { Ruling } from '@momentous/shared/rules/ruling'

export type NewMoment = ArgsOf<'add-moments'>['moments'][number]

/** Who adds: the wall, or the list. What isn't allowed says so itself. */
export interface Adding {
  act(verb: 'add-moments', args: ArgsOf<'add-moments'>): Ruling
  together(change: () => void): void
}

/**
 * Adds moments behind another one, in their order and as one step of undo, in few large changes. Returns those that came to
 * the board: what isn't allowed stops it.
 */
export function addMany(
  moments: readonly NewMoment[],
  after: MomentId | 'last' | null,
  adding: Adding,
): readonly MomentId[] {
  const made: MomentId[] = []
  adding.together(() => {
    for (let from = 0; from < moments.length; from += MOMENTS_AT_ONCE) {
      const some = moments.slice(from, from + MOMENTS_AT_ONCE)
      if (!adding.act('add-moments', { moments: some, after: made.at(-1) ?? after }).allowed) return
      made.push(...some.map(({ id }) => id))
    }
  })
  return made
}
