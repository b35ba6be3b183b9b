import { channelOrder, type ChannelId } from '@momentous/shared/domain/contact-type'
import type { MomentId } from '@momentous/shared/domain/id'
import type { Moment } from '@momentous/shared/domain/moment'
import { Pencil } from 'lucide-react'
import { Button } from '../controls/Button.tsx'
import { ChannelIcon } from '../controls/ChannelIcon.tsx'
import { channelLook } from '../controls/channel-look.ts'
import { IconButton } from '../controls/IconButton.tsx'
import { useActor, useSession } from '../model/use-store.ts'
import { ReadyButton } from '../session/ReadyButton.tsx'
import { colourWords, penCount, penName, uncoloured } from '../words/colour.ts'
import { frameWords } from '../words/frame.ts'
import { listWords } from '../words/list.ts'
import { nameOf } from '../session/moment-name.ts'
import { MomentRow } from './MomentRow.tsx'

export interface ColourOverviewProps {
  readonly line: readonly Moment[]
  /** Null for somebody who only looks on. */
  readonly onChoose: ((moment: MomentId) => void) | null
}

/** How often each contact type is met, then those without one, then the others. */
export function ColourOverview({ line, onChoose }: ColourOverviewProps) {
  const { role } = useActor()
  const bare = line.filter(({ channel }) => channel === null)
  const typed = line.filter(({ channel }) => channel !== null)
  const first = bare[0]
  return (
    <>
      <Legend line={line} />
      {bare.length > 0 && <h3 className="t-label colour-heading">{uncoloured(bare.length)}</h3>}
      {first !== undefined && onChoose !== null && (
        <Button look="primary" size="large" wide onClick={() => onChoose(first.id)}>
          {listWords.oneByOne}
        </Button>
      )}
      <Rows moments={bare} onChoose={onChoose} />
      {typed.length > 0 && <h3 className="t-label colour-heading">{listWords.allMoments}</h3>}
      <Rows moments={typed} onChoose={onChoose} />
      {role === 'participant' && (
        <div className="post-end">
          <ReadyButton words={frameWords.imReady} backWords={frameWords.notReady} />
        </div>
      )}
    </>
  )
}

function Legend({ line }: { readonly line: readonly Moment[] }) {
  const own = useSession((session) => session.channels)
  const channels: readonly ChannelId[] = [...channelOrder, ...own.map(({ id }) => id)]
  return (
    <ul className="colour-legend" aria-label={colourWords.pens}>
      {channels.map((id) => {
        const count = line.filter(({ channel }) => channel === id).length
        const { label, letter } = channelLook(id, own)
        return (
          <li key={id} className={count === 0 ? 'colour-legend-part colour-legend-none' : 'colour-legend-part'}>
            <ChannelIcon channel={id} own={own} />
            <span aria-hidden="true">
              <b>{letter}</b> {label}
            </span>
            <span className="t-figures colour-legend-count" aria-hidden="true">
              {penCount(count)}
            </span>
            <span className="unseen">{penName(label, count)}</span>
          </li>
        )
      })}
    </ul>
  )
}

interface RowsProps extends Pick<ColourOverviewProps, 'onChoose'> {
  readonly moments: readonly Moment[]
}

function Rows({ moments, onChoose }: RowsProps) {
  const own = useSession((session) => session.channels)
  if (moments.length === 0) return null
  return (
    <ol className="colour-list">
      {moments.map((moment) => (
        <li key={moment.id} data-moment={moment.id}>
          <MomentRow
            moment={moment}
            own={own}
            state={moment.channel === null ? 'dashed' : undefined}
            action={
              onChoose !== null && (
                <IconButton
                  label={`${colourWords.change}: ${nameOf(moment)}`}
                  icon={<Pencil />}
                  onClick={() => onChoose(moment.id)}
                />
              )
            }
          />
        </li>
      ))}
    </ol>
  )
}
