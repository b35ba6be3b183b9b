import type { ChannelId } from '@momentous/shared/domain/contact-type'
import { MOMENT_TEXT_MAX } from '@momentous/shared/domain/moment'
import type { MomentId } from '@momentous/shared/domain/id'
import { PASTED_MAX, pastedMoments } from '../model/pasted-moments.ts'
import type { Wall } from '../model/wall.ts'
import { pasteRemark } from '../words/clipboard.ts'
import { addMany, type Adding } from './add-many.ts'

/** Who pastes: the wall, or the list. */
export type Pasting = Adding & Pick<Wall, 'session' | 'newId' | 'say'>

export interface LinesWishes {
  /** Fewer lines than these are no paste of moments. */
  readonly least?: number
  /** The contact type of those whose lines name none. */
  readonly channel?: ChannelId | null
}

/** The moments that came of a text; none when they were refused, null when it says nothing. */
export function momentsOfLines(
  text: string,
  after: MomentId | 'last',
  pasting: Pasting,
  { least = 1, channel = null }: LinesWishes = {},
): readonly MomentId[] | null {
  const { moments, over, cut, beside } = pastedMoments(text, pasting.session().channels)
  if (moments.length < least) return null
  const named = moments.map((moment) => ({
    ...moment,
    channel: moment.channel ?? channel,
    id: pasting.newId<MomentId>(),
  }))
  const made = addMany(named, after, pasting)
  const remark = made.length === 0 ? null : pasteRemark({ over, cut, beside }, PASTED_MAX, MOMENT_TEXT_MAX)
  if (remark !== null) pasting.say(remark)
  return made
}
