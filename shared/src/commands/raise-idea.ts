import * as v from 'valibot'
import { id, words } from '../board/schemas.ts'
import type { BuildId, ConcernId, IdeaId, MomentId } from '../domain/id.ts'
import { IDEA_TEXT_MAX } from '../domain/idea.ts'
import { may } from '../rules/may.ts'
import { all, allowed, refused } from '../rules/ruling.ts'
import { kept } from './command.ts'
import { priorities } from './enter-phase.ts'

const said = v.pipe(words(IDEA_TEXT_MAX), v.trim(), v.minLength(1, 'Write a word or two first.'))

/** A possibility for a priority. The server writes it, in a shuffled batch, without an author. */
export const raiseIdea = kept({
  name: 'raise-idea',
  anonymous: true,
  args: v.object({ id: id<IdeaId>(), moment: id<MomentId>(), text: said }),
  check: (view, actor, { moment }) =>
    all(
      () => may(actor, view, 'idea'),
      () =>
        priorities(view).includes(moment)
          ? allowed
          : refused('I1', 'Ideas are collected for the moments on the shortlist.'),
    ),
})

/** "Yes, and ...": the only thing that may be attached to somebody's idea while ideas are open. */
export const buildOnIdea = kept({
  name: 'build-on-idea',
  anonymous: true,
  args: v.object({ id: id<BuildId>(), idea: id<IdeaId>(), text: said }),
  check: (view, actor, { idea }) =>
    all(
      () => may(actor, view, 'idea'),
      () => (view.idea(idea) === undefined ? refused('I1', 'This idea is not on the board yet.') : allowed),
    ),
})

/** An objection for the concern box, unread until Decide. */
export const raiseConcern = kept({
  name: 'raise-concern',
  anonymous: true,
  args: v.object({
    id: id<ConcernId>(),
    moment: id<MomentId>(),
    idea: v.optional(v.nullable(id<IdeaId>()), null),
    text: said,
  }),
  check: (view, actor, { moment }) =>
    all(
      () => may(actor, view, 'idea'),
      () =>
        priorities(view).includes(moment) ? allowed : refused('I1', 'A concern belongs to a moment on the shortlist.'),
    ),
})
