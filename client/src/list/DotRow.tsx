import type { OwnChannel } from '@momentous/shared/domain/contact-type'
import type { Moment } from '@momentous/shared/domain/moment'
import { Minus, Plus } from 'lucide-react'
import { Dot } from '../controls/DotPill.tsx'
import { IconButton } from '../controls/IconButton.tsx'
import { chooseWords, dotsOn } from '../words/choose.ts'
import { nameOf } from '../session/moment-name.ts'
import { MomentRow } from './MomentRow.tsx'

export interface DotRowProps {
  readonly moment: Moment
  readonly own: readonly OwnChannel[]
  /** How many of one's own dots lie here. */
  readonly count: number
  /** How many are left in the hand. */
  readonly left: number
  readonly stacking: boolean
  /** Both are left out for somebody who only looks on. */
  readonly onPut?: () => void
  readonly onTakeBack?: () => void
}

/** A moment with room for one's dots. A dot that was put is taken back by touching it. */
export function DotRow(props: DotRowProps) {
  const { moment, own, onPut } = props
  return (
    <li data-moment={moment.id}>
      <MomentRow moment={moment} own={own} action={onPut && <DotButtons {...props} />} />
    </li>
  )
}

function DotButtons({ moment, count, left, stacking, onPut, onTakeBack }: DotRowProps) {
  const name = nameOf(moment)
  return (
    <span className="dot-buttons" role="group" aria-label={dotsOn(name, count)}>
      {count > 0 && (
        <button
          type="button"
          className="dot-button dot-button-put"
          aria-label={`${dotsOn(name, count)}. ${chooseWords.takeOff}`}
          onClick={onTakeBack}
        >
          <span className="dot-button-dots" aria-hidden="true">
            {Array.from({ length: count }, (_, at) => (
              <Dot key={at} put />
            ))}
          </span>
          {stacking && <Minus className="dot-button-minus" />}
        </button>
      )}
      {(count === 0 || (stacking && left > 0)) && (
        <span className="dot-button-ring">
          <IconButton
            label={`${chooseWords.put}: ${name}`}
            icon={<Plus />}
            refusal={left === 0 ? chooseWords.noneLeft : null}
            onClick={onPut}
          />
        </span>
      )}
    </span>
  )
}
