import type { BuildId, ConcernId, IdeaId, MomentId } from '@momentous/shared/domain/id'
import { idOfSecret } from '@momentous/shared/domain/secret'
import type { BoardStore, Outcome } from './board-store.ts'
import type { IdeaDraft } from './idea-drafts.ts'
import { newSecret, type OwnIdea, type OwnIdeas } from './own-ideas.ts'
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
  const said = again ? unheard : own.keep(newSecret(random), { moment, idea, text })
  const outcome = await saying(store, said)
  if (!outcome.ok && outcome.rule !== null) own.forget(said.secret)
  return outcome
}

/**
 * The board came back from a copy, and no copy holds ideas that wait: what this device said and isn't out is said again under
 * its own id, which costs nothing where the server has it still. What can't be said now goes back to its author.
 */
export async function sayAgain(store: BoardStore, own: OwnIdeas): Promise<void> {
  await Promise.all(own.get().map((each) => saidAgain(store, own, each)))
}

async function saidAgain(store: BoardStore, own: OwnIdeas, each: OwnIdea): Promise<void> {
  const { id, secret, text } = each
  const out = store.records.ideas.get(id as IdeaId) ?? store.records.builds.get(id as BuildId)
  if (out !== undefined) {
    if (out.withdrawn || out.text === text) return
    await (text === '' ? store.ask('withdraw-idea', { secret }) : store.ask('edit-idea', { secret, text }))
    return
  }
  if (text === '') return own.forget(secret)
  const outcome = await saying(store, each)
  if (outcome.ok || outcome.rule === null) return
  own.forget(secret)
  const { rule, reason } = outcome
  store.giveBack({
    command: { name: each.idea === null ? 'raise-idea' : 'build-on-idea', args: { text } },
    rule,
    reason,
  })
}

/** Always under the same id: said twice, it is one. */
function saying(store: BoardStore, { id, moment, idea, text }: OwnIdea): Promise<Outcome> {
  return idea === null
    ? store.ask('raise-idea', { id: id as IdeaId, moment, text })
    : store.ask('build-on-idea', { id: id as BuildId, idea, text })
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
