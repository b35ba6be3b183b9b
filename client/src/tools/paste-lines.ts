import { MOMENT_TEXT_MAX } from '@momentous/shared/domain/moment'
import type { MomentId } from '@momentous/shared/domain/id'
import { PASTED_MAX, pastedMoments } from '../model/pasted-moments.ts'
import type { Wall } from '../model/wall.ts'
import { pasteRemark } from '../words/clipboard.ts'
import { addMany, type Adding } from './add-many.ts'
import type { Bench } from './bench.ts'
import { showAdded } from './show-added.ts'

/** Makes notes of a text from elsewhere, behind the selected one, as one step of undo. False when it says nothing. */
export function pasteLines(text: string, bench: Bench): boolean {
  const { wall, selection } = bench
  const made = momentsOfLines(text, selection.lead() ?? 'last', wall)
  const [first] = made ?? []
  if (made === null || first === undefined) return made !== null
  selection.set(made)
  showAdded(first, bench)
  return true
}

/** Who pastes: the wall, or the list. */
export type Pasting = Adding & Pick<Wall, 'session' | 'newId' | 'say'>

/** The moments that came of a text; none when they were refused, null when it says nothing. */
export function momentsOfLines(text: string, after: MomentId | 'last', pasting: Pasting): readonly MomentId[] | null {
  const { moments, over, cut } = pastedMoments(text, pasting.session().channels)
  if (moments.length === 0) return null
  const named = moments.map((moment) => ({ ...moment, id: pasting.newId<MomentId>() }))
  const made = addMany(named, after, pasting)
  const remark = made.length === 0 ? null : pasteRemark({ over, cut }, PASTED_MAX, MOMENT_TEXT_MAX)
  if (remark !== null) pasting.say(remark)
  return made
}
