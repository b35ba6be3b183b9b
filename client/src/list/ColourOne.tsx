import { channelOrder, type ChannelId } from '@momentous/shared/domain/contact-type'
import type { Moment } from '@momentous/shared/domain/moment'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../controls/Button.tsx'
import { ChannelIcon } from '../controls/ChannelIcon.tsx'
import { channelLook } from '../controls/channel-look.ts'
import { RadioCards } from '../controls/RadioCards.tsx'
import { TextButton } from '../controls/TextButton.tsx'
import { useActor, useSession } from '../model/use-store.ts'
import { OwnChannelDialog } from '../session/OwnChannelDialog.tsx'
import { colouredCount, colourWords } from '../words/colour.ts'
import { listWords, momentOf } from '../words/list.ts'
import { useColouring } from './use-colouring.ts'
import { MomentRow } from './MomentRow.tsx'

export interface ColourOneProps {
  readonly moment: Moment
  readonly at: number
  readonly all: number
  /** How many moments have no contact type yet. */
  readonly left: number
  readonly onAll: () => void
}

/** One moment and the ways to meet, a row each. */
export function ColourOne({ moment, at, all, left, onAll }: ColourOneProps) {
  const own = useSession((session) => session.channels)
  const { role } = useActor()
  const { give } = useColouring()
  const [naming, setNaming] = useState(false)
  const channels: readonly ChannelId[] = [...channelOrder, ...own.map(({ id }) => id)]
  const { channel } = moment
  return (
    <div className="colour-one" data-moment={moment.id}>
      <p className="colour-one-line">
        <span className="t-figures">{momentOf(at, all)}</span>
        <span>{colouredCount(all - left, all)}</span>
        <TextButton onClick={onAll}>{listWords.seeAll}</TextButton>
      </p>
      <MomentRow moment={moment} own={own} state={channel === null ? 'dashed' : undefined} />
      <div className="colour-rows">
        <RadioCards
          label={colourWords.pens}
          bare
          ring="after"
          cards={channels.map((id) => cardOf(id, own))}
          value={channel}
          onChange={(chosen) => give(moment, chosen)}
        />
      </div>
      {channel !== null && (
        <Button look="tertiary" onClick={() => give(moment, null)}>
          {colourWords.takeOff}
        </Button>
      )}
      {role === 'facilitator' && (
        <Button look="tertiary" icon={<Plus />} onClick={() => setNaming(true)}>
          {colourWords.ownTitle}
        </Button>
      )}
      {naming && <OwnChannelDialog onClose={() => setNaming(false)} />}
    </div>
  )
}

function cardOf(id: ChannelId, own: Parameters<typeof channelLook>[1]) {
  const { label, letter } = channelLook(id, own)
  return { value: id, label, note: letter, icon: <ChannelIcon channel={id} own={own ?? []} /> }
}
