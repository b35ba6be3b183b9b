import type { ChannelId } from '@momentous/shared/domain/contact-type'
import type { MomentId } from '@momentous/shared/domain/id'
import { MOMENT_TEXT_MAX } from '@momentous/shared/domain/moment'
import { X } from 'lucide-react'
import { ChannelIcon } from '../controls/ChannelIcon.tsx'
import { channelLook } from '../controls/channel-look.ts'
import { IconButton } from '../controls/IconButton.tsx'
import { Select } from '../controls/Select.tsx'
import { carriesPieces, type Carried } from '../model/carried.ts'
import type { Cell } from '../model/cell.ts'
import { useCell } from '../model/use-cell.ts'
import { useDraftText } from '../model/use-drafts.ts'
import { useActor, useOffered, useRuling, useSession } from '../model/use-store.ts'
import { momentLines } from '../session/moment-lines.ts'
import { useAdding } from '../session/use-adding.ts'
import { useReadiness } from '../session/use-people.ts'
import { useTimeline } from '../session/use-timeline.ts'
import { addMany } from '../tools/add-many.ts'
import { momentsOfLines } from '../tools/moments-of-lines.ts'
import { goesAfter } from '../words/list.ts'
import { nextNoteIs, postWords } from '../words/post.ts'
import { Composer } from './Composer.tsx'
import { LateWords } from './LateWords.tsx'
import { nameOf } from '../session/moment-name.ts'
import type { NextSpot } from './next-spot.ts'
import { useListPaste } from './use-list-paste.ts'
import { usePutAfter } from './use-put-after.ts'

/** The next moment, and after which one it goes in. Half-typed words stay here also when the session moves on. */
export function NextMoment({ spot }: { readonly spot: NextSpot }) {
  const [text, write] = useDraftText('moment')
  const phase = useSession((session) => session.phase)
  const { role } = useActor()
  const answering = useOffered().length > 0
  const { everybody } = useReadiness()
  const ruling = useRuling('add-moment', { id: 'next-moment' as MomentId, text: '', after: 'last' })
  const { add, paste } = useAddMoments(spot)
  const posting = phase === 'post'
  useListPaste(spot, posting && role !== 'observer')
  if (role === 'observer' || (!posting && text === '')) return null
  const send = (words: string) => {
    if (add(momentLines(words))) write('')
  }
  return (
    <div className="list-foot">
      {posting && <GoesAfter place={spot.after} />}
      {posting && <StartsAs channel={spot.channel} />}
      {!posting && <LateWords refused={!ruling.allowed} text={text} onClear={() => write('')} />}
      <Composer
        label={postWords.composer}
        placeholder={postWords.placeholder}
        text={text}
        onText={write}
        onSend={send}
        onPasteLines={paste}
        sendWords={postWords.add}
        maxLength={MOMENT_TEXT_MAX}
        refusal={ruling.allowed ? null : ruling.reason}
        quiet={answering || !posting || (everybody && role === 'facilitator')}
      />
    </div>
  )
}

function GoesAfter({ place }: { readonly place: Cell<MomentId | 'last'> }) {
  const after = useCell(place)
  const line = useTimeline()
  if (line.length === 0) return null
  const options = [
    { value: 'last', label: postWords.atTheEnd },
    ...line.map((moment, at) => ({ value: moment.id as string, label: goesAfter(at + 1, nameOf(moment)) })),
  ]
  const known = line.some(({ id }) => id === after)
  const choose = (value: string) => place.set(line.find(({ id }) => id === value)?.id ?? 'last')
  return (
    <div className="post-after">
      <span aria-hidden="true">{postWords.goesInAfter}</span>
      <Select
        label={postWords.goesInAfter}
        bare
        chip
        options={options}
        value={known ? after : 'last'}
        onChange={choose}
      />
    </div>
  )
}

/** The contact type that a hint asked for; it can be left out again. */
function StartsAs({ channel }: { readonly channel: NextSpot['channel'] }) {
  const asked = useCell(channel)
  const own = useSession((session) => session.channels)
  if (asked === null) return null
  return (
    <p className="post-next-type">
      <ChannelIcon channel={asked} own={own} />
      {nextNoteIs(channelLook(asked, own).label)}
      <IconButton label={postWords.dismiss} icon={<X />} onClick={() => channel.set(null)} />
    </p>
  )
}

/** Adds one moment a line or a row of cells, each after the one before it; false when nothing was added. */
function useAddMoments(spot: NextSpot) {
  const adding = useAdding()
  const put = usePutAfter(spot)
  const putAs = (make: (after: MomentId | 'last', channel: ChannelId | null) => readonly MomentId[]): boolean => {
    const channel = spot.channel.get()
    if (!put((after) => make(after, channel))) return false
    spot.channel.set(null)
    return true
  }
  return {
    add: (texts: readonly string[]) =>
      putAs((after, channel) =>
        addMany(
          texts.map((text) => ({ id: adding.newId<MomentId>(), text, channel })),
          after,
          adding,
        ),
      ),
    paste(carried: Carried): boolean {
      if (momentLines(carried.plain).length < 2) return false
      if (!carriesPieces(carried)) {
        return putAs((after, channel) => momentsOfLines(carried.plain, after, adding, { least: 2, channel }) ?? [])
      }
      void import('../tools/paste-in-list.ts').then(({ pasteInList }) =>
        putAs((after, channel) => pasteInList(carried, after, adding, { least: 2, channel })),
      )
      return true
    },
  }
}
