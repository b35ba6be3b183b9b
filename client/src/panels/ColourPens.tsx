import { channelOrder, type ChannelId, type OwnChannel } from '@momentous/shared/domain/contact-type'
import { ChannelIcon } from '../controls/ChannelIcon.tsx'
import { channelLook } from '../controls/channel-look.ts'
import { useOneStop } from '../controls/one-stop.ts'
import { colourWords, penCount, penMoments } from '../words/colour.ts'
import './colour-pens.css'

export interface ColourPensProps {
  readonly own: readonly OwnChannel[]
  /** How many moments each contact type has. */
  readonly counts: ReadonlyMap<ChannelId, number>
  readonly held: ChannelId | null
  readonly onTake: (channel: ChannelId) => void
  /** Only a legend: whoever looks on takes no pen. */
  readonly still: boolean
}

/** The pens of the contact types: legend, count and tool in one. */
export function ColourPens({ own, counts, held, onTake, still }: ColourPensProps) {
  const pens: readonly ChannelId[] = [...channelOrder, ...own.map(({ id }) => id)]
  const oneStop = useOneStop()
  return (
    <div {...oneStop} className="colour-pens" role={still ? 'group' : 'toolbar'} aria-label={colourWords.pens}>
      {pens.map((channel) => (
        <ColourPen
          key={channel}
          channel={channel}
          own={own}
          count={counts.get(channel) ?? 0}
          held={channel === held}
          onTake={still ? null : () => onTake(channel)}
        />
      ))}
    </div>
  )
}

interface ColourPenProps {
  readonly channel: ChannelId
  readonly own: readonly OwnChannel[]
  readonly count: number
  readonly held: boolean
  readonly onTake: (() => void) | null
}

function ColourPen({ channel, own, count, held, onTake }: ColourPenProps) {
  const { label } = channelLook(channel, own)
  const look = (
    <>
      <ChannelIcon channel={channel} own={own} size="pen" lettered />
      <span className="colour-pen-label">{label}</span>
      <span className="colour-pen-count t-figures" aria-hidden="true">
        {penCount(count)}
      </span>
      <span className="unseen">{penMoments(count)}</span>
    </>
  )
  if (onTake === null) return <span className="colour-pen">{look}</span>
  return (
    <button type="button" className="colour-pen" aria-pressed={held} onClick={onTake}>
      {look}
    </button>
  )
}
