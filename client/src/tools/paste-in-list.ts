import type { MomentId } from '@momentous/shared/domain/id'
import type { Carried } from '../model/carried.ts'
import { clipOf } from '../model/clip.ts'
import { addMany } from './add-many.ts'
import { channelHere } from './channel-here.ts'
import { momentsOfLines, type LinesWishes, type Pasting } from './moments-of-lines.ts'

/** The moments that came of what was copied, on a wall or elsewhere: in a list nothing has a place but its row. */
export function pasteInList(
  { html, plain }: Carried,
  after: MomentId | 'last',
  pasting: Pasting,
  wishes: LinesWishes = {},
): readonly MomentId[] {
  const { moments = [] } = clipOf(html) ?? {}
  if (moments.length < Math.max(1, wishes.least ?? 1)) return momentsOfLines(plain, after, pasting, wishes) ?? []
  const own = pasting.session().channels
  const copies = moments.map(({ text, paper, setting, kind, seconds, ...moment }) => {
    const known = channelHere(moment, own)
    const channel = known ?? wishes.channel ?? null
    return {
      ...{ text, paper, channel, kind, seconds },
      id: pasting.newId<MomentId>(),
      setting: known === null ? null : setting,
    }
  })
  return addMany(copies, after, pasting)
}
