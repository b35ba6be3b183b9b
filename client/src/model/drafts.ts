import type { IdeaId, MomentId } from '@momentous/shared/domain/id'
import { cell } from './cell.ts'
import type { Watched } from './watched.ts'

/** Half-typed words, with what they are for: they outlive the screen that they were typed on. */
export interface Draft {
  readonly moment: MomentId
  /** The idea that they build on; null for an idea of its own. */
  readonly idea: IdeaId | null
  readonly text: string
}

/** Words of this page that nobody has sent yet; at most one draft for an idea, and one for each build. */
export interface Drafts extends Watched<readonly Draft[]> {
  of(idea: IdeaId | null): Draft | undefined
  /** Without a text the draft is gone. */
  write(draft: Draft): void
}

export function createDrafts(): Drafts {
  const all = cell<readonly Draft[]>([])
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
