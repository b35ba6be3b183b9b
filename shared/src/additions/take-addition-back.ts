import type { Board } from '../board/board.ts'
import { madeIn, type MadeRecord, type Stretch } from '../board/made-in.ts'
import { readSession, snapshot } from '../board/read.ts'
import { updateRecord } from '../board/write.ts'

/** What would go, and how many moments stay because somebody has worked on them since. */
export interface TakingBack {
  readonly gone: readonly MadeRecord[]
  readonly kept: number
}

/**
 * What taking an addition back takes away: everything that it brought, but for what people have gone on with since. A
 * moment stays with all that belongs to it when somebody wrote into it, said something of it, or chose it.
 */
export function takingBack(board: Board, stretch: Stretch): TakingBack {
  const made = madeIn(board, stretch)
  const own = new Set(made.map(({ root, id }) => `${root} ${id}`))
  const isOwn = (root: string, id: string) => own.has(`${root} ${id}`)
  const worked = workedOn(board, made, isOwn)
  const gone = made.filter(({ root, id, touched }) => {
    if (root === 'moments') return !worked.has(id)
    if (root === 'actions' || root === 'rungs') return !worked.has(String(board[root].get(id)?.get('moment')))
    return (root === 'ink' || root === 'shapes' || root === 'stages') && !touched
  })
  return { gone, kept: made.filter(({ root, id }) => root === 'moments' && worked.has(id)).length }
}

/** To the bin, where there is one: nothing disappears. Ink has none. Runs in the caller's transaction. */
export function takeAdditionBack(board: Board, { gone }: TakingBack): void {
  for (const { root, id } of gone) {
    if (root === 'ink') board.ink.delete(id)
    else updateRecord(board[root], id, { removed: true })
  }
}

/** The moments that people have worked on since. */
function workedOn(
  board: Board,
  made: readonly MadeRecord[],
  isOwn: (root: string, id: string) => boolean,
): ReadonlySet<string> {
  const { moments, ideas, builds, concerns, actions, rungs, assessments, grades } = snapshot(board)
  const { vote, shortlist, focus } = readSession(board.session)
  const worked = new Set<string>([...(shortlist?.moments ?? []), ...(focus === null ? [] : [focus])])
  const touched = new Set(made.filter((each) => each.touched).map(({ root, id }) => `${root} ${id}`))
  const isNew = (root: string, id: string) => !isOwn(root, id) || touched.has(`${root} ${id}`)
  for (const { id, stackedOn } of moments) {
    if (isNew('moments', id)) worked.add(id)
    if (stackedOn !== null && isNew('moments', id)) worked.add(stackedOn)
    if (vote.state === 'closed' && (vote.totals[id] ?? 0) > 0) worked.add(id)
  }
  const of = new Map<string, string>(ideas.map(({ id, moment }) => [id, moment]))
  for (const { id, idea } of builds) if (isNew('builds', id)) worked.add(of.get(idea) ?? '')
  for (const [root, said] of Object.entries({ ideas, concerns, actions, rungs })) {
    for (const { id, moment } of said) if (isNew(root, id)) worked.add(moment)
  }
  for (const [root, said] of Object.entries({ assessments, grades })) {
    for (const { moment } of said) if (isNew(root, moment)) worked.add(moment)
  }
  return worked
}
