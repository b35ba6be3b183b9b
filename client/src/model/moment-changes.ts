import type { MomentId } from '@momentous/shared/domain/id'
import type { Moment } from '@momentous/shared/domain/moment'
import type { Collection } from './collection.ts'
import type { Watched } from './watched.ts'

type Part = keyof Moment

/** What decides which moments stand on the line, and in which order. */
const standing: readonly Part[] = ['order', 'removed', 'kind', 'stackedOn']
/** Everything about a moment but where its note lies. */
const meaning: readonly Part[] = [
  ...standing,
  ...(['text', 'paper', 'channel', 'setting', 'seconds', 'serves', 'prompt', 'locked'] as const),
]

type Changes = Pick<Watched<unknown>, 'subscribe'>
type Moments = Pick<Collection<MomentId, Moment>, 'get' | 'subscribeChanges'>

/** Called when a moment comes or goes, or when one of these parts of it is different. */
function changesOf(moments: Moments, parts: readonly Part[]): Changes {
  return {
    subscribe: (listener) =>
      moments.subscribeChanges((ids, before) => {
        const differs = (id: MomentId) => {
          const [former, now] = [before(id), moments.get(id)]
          return former === undefined || now === undefined || parts.some((part) => former[part] !== now[part])
        }
        if (Array.from(ids).some(differs)) listener()
      }),
  }
}

/** The line itself: not what is written on its notes, and not where they were moved to. */
export const changesOfLine = (moments: Moments): Changes => changesOf(moments, standing)

/** Everything that is said of moments: two hundred notes dragged a second are no news to a list. */
export const changesOfMeaning = (moments: Moments): Changes => changesOf(moments, meaning)
