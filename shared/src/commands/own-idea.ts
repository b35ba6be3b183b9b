import * as v from 'valibot'
import { words } from '../board/schemas.ts'
import type { BoardView } from '../board/view.ts'
import type { BuildId, IdeaId } from '../domain/id.ts'
import { IDEA_TEXT_MAX } from '../domain/idea.ts'
import { idOfSecret } from '../domain/secret.ts'
import { may } from '../rules/may.ts'
import { all, allowed, refused, type Ruling } from '../rules/ruling.ts'
import { kept } from './command.ts'

/** The device's secret proves ownership; its hash is the idea's id. It is never stored or logged by the server. */
const secret = v.pipe(v.string(), v.minLength(16), v.maxLength(100))

/** Has nobody built on it yet? After the first build an idea can only be withdrawn. */
function untouched(view: BoardView, given: string): Ruling {
  const idea = idOfSecret<IdeaId>(given)
  return view.builds().some((build) => build.idea === idea)
    ? refused('I3', 'Somebody has built on this idea. It can be withdrawn now, but no longer changed.')
    : allowed
}

/** Does the secret own something on the board? What still waits in the vault is the server's to find. */
export function ownedOnBoard(
  view: BoardView,
  given: string,
): { kind: 'idea'; id: IdeaId } | { kind: 'build'; id: BuildId } | null {
  const idea = idOfSecret<IdeaId>(given)
  if (view.idea(idea) !== undefined) return { kind: 'idea', id: idea }
  const build = idOfSecret<BuildId>(given)
  return view.build(build) === undefined ? null : { kind: 'build', id: build }
}

/** Changes one's own idea or build, until the first build on it. */
export const editIdea = kept({
  name: 'edit-idea',
  anonymous: true,
  args: v.object({
    secret,
    text: v.pipe(words(IDEA_TEXT_MAX), v.trim(), v.minLength(1, 'Write a word or two first.')),
  }),
  check: (view, actor, { secret: given }) =>
    all(
      () => may(actor, view, 'own-idea'),
      () => untouched(view, given),
    ),
})

/** Withdraws one's own idea or build; an idea that was built on stays as "withdrawn" with its builds. */
export const withdrawIdea = kept({
  name: 'withdraw-idea',
  anonymous: true,
  args: v.object({ secret }),
  check: (view, actor) => may(actor, view, 'own-idea'),
})
