import type { IdeaId, MomentId } from '@momentous/shared/domain/id'
import { cell } from './cell.ts'
import type { Watched } from './watched.ts'

/** Half-typed words, with what they are for: they outlive the screen that they were typed on. */
export interface IdeaDraft {
  readonly moment: MomentId
  /** The idea that they build on; null for an idea of its own. */
  readonly idea: IdeaId | null
  readonly text: string
}

/** Words of this page that nobody has sent yet; at most one draft for an idea, and one for each build. */
export interface IdeaDrafts extends Watched<readonly IdeaDraft[]> {
  of(idea: IdeaId | null): IdeaDraft | undefined
  /** Without a text the draft is gone. */
  write(draft: IdeaDraft): void
}

export function createIdeaDrafts(): IdeaDrafts {
  const all = cell<readonly IdeaDraft[]>([])
  return {
    get: all.get,
    subscribe: all.subscribe,
    of: (idea) => all.get().find((each) => each.idea === idea),
    write(draft) {
      const others = all.get().filter((each) => each.idea !== draft.idea)
      all.set(draft.text === '' ? others : [...others, draft])
    },
  }
}
