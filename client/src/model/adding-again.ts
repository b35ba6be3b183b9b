import type { BoardView } from '@momentous/shared/board/view'
import type { MomentId, ShapeId, StageId } from '@momentous/shared/domain/id'
import type { Offered } from './offered.ts'
import { isDirect, parsed, type Deed } from './deed.ts'
import { rebased } from './text-rebase.ts'

/** What was refused and can be done anew: what puts something on the board, and words typed there. None for everything else. */
export function addingAgain({ command, also = [], before }: Offered, view: BoardView): readonly Deed[] {
  return [command, ...also].flatMap(({ name, args }) => {
    if (name === 'edit-text') return before === undefined ? [] : typingAgain(args, before, view)
    const puts = isDirect(name) && (name === 'draw-stroke' || name.startsWith('add-'))
    const given = puts ? parsed(name, args) : {}
    return 'args' in given ? [{ name, args: given.args } as Deed] : []
  })
}

/** The same edit where it belongs in the text as it is now; none when there is no such text any more. */
function typingAgain(args: unknown, before: string, view: BoardView): readonly Deed[] {
  const given = parsed('edit-text', args)
  if (!('args' in given)) return []
  const { root, id, key, ...edit } = given.args
  const now = textOnWall(root, id, view)
  return now === null ? [] : [{ name: 'edit-text', args: { root, id, key, ...rebased(edit, before, now) } }]
}

function textOnWall(root: string, id: string, view: BoardView): string | null {
  const moment = root === 'moments' ? view.moment(id as MomentId) : undefined
  const shape = root === 'shapes' ? view.shape(id as ShapeId) : undefined
  const stage = root === 'stages' ? view.stage(id as StageId) : undefined
  const found = moment ?? shape ?? stage
  return found === undefined || found.removed ? null : (moment?.text ?? shape?.words ?? stage?.title ?? null)
}
