import type { BuildId, ConcernId, IdeaId, MomentId } from './id.ts'

export const IDEA_TEXT_MAX = 500

export type Verdict =
  | { readonly state: 'table' }
  | { readonly state: 'merit' }
  | { readonly state: 'parked'; readonly reason: string }

/** A possibility for a priority. Written by the server; has no author anywhere unless the board chose signed ideas. */
export interface Idea {
  readonly id: IdeaId
  readonly moment: MomentId
  readonly text: string
  /** The name under a signed idea; always null while ideas are anonymous. */
  readonly by: string | null
  /** A random key that the server draws: the order on the screen says nothing about the order of arrival. */
  readonly slot: string
  readonly verdict: Verdict
  readonly withdrawn: boolean
}

/** A "Yes, and ..." on somebody's idea. */
export interface Build {
  readonly id: BuildId
  readonly idea: IdeaId
  readonly text: string
  readonly by: string | null
  readonly slot: string
  readonly withdrawn: boolean
}

/** An objection that waited, unread, until Decide. Names an idea, else the moment. */
export interface Concern {
  readonly id: ConcernId
  readonly moment: MomentId
  readonly idea: IdeaId | null
  readonly text: string
  readonly slot: string
}
