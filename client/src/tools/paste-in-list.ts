import type { MomentId } from '@momentous/shared/domain/id'
import { clipOf } from '../model/clip.ts'
import { addMany } from './add-many.ts'
import { channelHere } from './channel-here.ts'
import { momentsOfLines, type Pasting } from './moments-of-lines.ts'

/** The moments that came of what was copied, on a wall or elsewhere: in a list nothing has a place but its row. */
export function pasteInList(
  { html, plain }: { readonly html: string; readonly plain: string },
  after: MomentId | 'last',
  pasting: Pasting,
): readonly MomentId[] {
  const { moments = [] } = clipOf(html) ?? {}
  if (moments.length === 0) return momentsOfLines(plain, after, pasting) ?? []
  const own = pasting.session().channels
  const copies = moments.map(({ text, paper, setting, kind, seconds, ...moment }) => {
    const channel = channelHere(moment, own)
    return {
      ...{ text, paper, channel, kind, seconds },
      id: pasting.newId<MomentId>(),
      setting: channel === null ? null : setting,
    }
  })
  return addMany(copies, after, pasting)
}
