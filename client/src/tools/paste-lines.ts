import { MOMENT_TEXT_MAX } from '@momentous/shared/domain/moment'
import type { MomentId } from '@momentous/shared/domain/id'
import { PASTED_MAX, pastedMoments } from '../model/pasted-moments.ts'
import { pasteRemark } from '../words/clipboard.ts'
import type { Bench } from './bench.ts'
import { showAdded } from './show-added.ts'

/** Makes notes of a text from elsewhere, behind the selected one, as one step of undo. False when it says nothing. */
export function pasteLines(text: string, bench: Bench): boolean {
  const { wall, selection } = bench
  const { moments, over, cut } = pastedMoments(text, wall.session().channels)
  if (moments.length === 0) return false
  const made: MomentId[] = []
  wall.together(() => {
    let after: MomentId | 'last' = selection.lead() ?? 'last'
    for (const moment of moments) {
      const id = wall.newId<MomentId>()
      if (!wall.act('add-moment', { ...moment, id, after }).allowed) return
      made.push(id)
      after = id
    }
  })
  const [first] = made
  if (first === undefined) return true
  selection.set(made)
  showAdded(first, bench)
  const remark = pasteRemark({ over, cut }, PASTED_MAX, MOMENT_TEXT_MAX)
  if (remark !== null) wall.say(remark)
  return true
}
