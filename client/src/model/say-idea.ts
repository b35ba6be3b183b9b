import type { BuildId, ConcernId, IdeaId, MomentId } from '@momentous/shared/domain/id'
import { idOfSecret } from '@momentous/shared/domain/secret'
import type { BoardStore, Outcome } from './board-store.ts'
import type { IdeaDraft } from './idea-drafts.ts'
import { newSecret, type OwnIdeas } from './own-ideas.ts'
import { random } from './random.ts'

/**
 * Sends an idea or a build. Its secret is kept on this device first, so that it can be changed later; the same words sent
 * again after an answer that never came go under the same id and are one idea.
 */
export async function sendIdea(store: BoardStore, own: OwnIdeas, draft: IdeaDraft): Promise<Outcome> {
  const { moment, idea } = draft
  const text = draft.text.trim()
  const unheard = own.get().find((each) => each.text === text && each.moment === moment && each.idea === idea)
  const again = unheard !== undefined && !isOut(store, unheard.id)
  const { secret, id } = again ? unheard : own.keep(newSecret(random), { moment, idea, text })
  const outcome = await (idea === null
    ? store.ask('raise-idea', { id: id as IdeaId, moment, text })
    : store.ask('build-on-idea', { id: id as BuildId, idea, text }))
  if (!outcome.ok && outcome.rule !== null) own.forget(secret)
  return outcome
}

/** Puts a concern into the box. Nothing of it stays on this device. */
export function sendConcern(store: BoardStore, moment: MomentId, idea: IdeaId | null, text: string): Promise<Outcome> {
  const id = idOfSecret<ConcernId>(newSecret(random))
  return store.ask('raise-concern', { id, moment, idea, text: text.trim() })
}

/** Has it come out, as an idea or as a build? */
export function isOut({ records }: BoardStore, id: string): boolean {
  return records.ideas.get(id as IdeaId) !== undefined || records.builds.get(id as BuildId) !== undefined
}
