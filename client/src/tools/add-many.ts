import { MOMENTS_AT_ONCE } from '@momentous/shared/commands/add-moments'
import type { ArgsOf } from '@momentous/shared/commands/commands'
import type { MomentId } from '@momentous/shared/domain/id'
import type { Wall } from '../model/wall.ts'

export type NewMoment = ArgsOf<'add-moments'>['moments'][number]

/** Who adds: a wall, or the list. */
export type Adding = Pick<Wall, 'act' | 'together'>

/**
 * Adds moments behind another one, in their order and as one step of undo, in few large changes. Returns those that came to
 * the board: what isn't allowed stops it.
 */
export function addMany(moments: readonly NewMoment[], after: MomentId | 'last', adding: Adding): readonly MomentId[] {
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
