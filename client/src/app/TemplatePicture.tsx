import type { TemplateMoment } from '@momentous/shared/board/templates'
import { channelOrder, type Channel } from '@momentous/shared/domain/contact-type'
import { channelLook } from '../controls/channel-look.ts'
import { ChannelIcon } from '../controls/ChannelIcon.tsx'
import './template-picture.css'

const WIDTH = 248
const NOTE = { width: 34, height: 21, above: 9, below: 44 }

/** The template's timeline, small: notes alternate above and below the line; prompts are shown as their pens. */
export function TemplatePicture({ moments }: { readonly moments: readonly TemplateMoment[] }) {
  const prompts = moments.length > 0 && moments.every(({ prompt }) => prompt !== null)
  return (
    <span className="template-picture" aria-hidden="true">
      <svg viewBox={`0 0 ${WIDTH} 74`} className="template-picture-wall">
        <path className="template-picture-line" d={`M10 37h${WIDTH - 20}`} />
        {moments.length === 0 && <circle className="template-picture-dot" cx={WIDTH / 2} cy="37" r="6" />}
        {!prompts &&
          moments.map(({ channel }, at) => <SmallNote key={at} channel={channel} at={at} all={moments.length} />)}
      </svg>
      {prompts && (
        <span className="template-picture-pens">
          {channelOrder.map((channel) => (
            <ChannelIcon key={channel} channel={channel} />
          ))}
        </span>
      )}
    </span>
  )
}

function SmallNote({
  channel,
  at,
  all,
}: {
  readonly channel: Channel | null
  readonly at: number
  readonly all: number
}) {
  // Half a step apart, as on the wall; three notes stand as far apart as five would.
  const step = (WIDTH - 20 - NOTE.width) / Math.max(all - 1, 4)
  const x = WIDTH / 2 + (at - (all - 1) / 2) * step - NOTE.width / 2
  const y = at % 2 === 0 ? NOTE.above : NOTE.below
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect className="template-picture-note" width={NOTE.width} height={NOTE.height} rx="1.5" />
      {channel && <rect width="4" height={NOTE.height} rx="1" style={{ fill: channelLook(channel).colour }} />}
    </g>
  )
}
