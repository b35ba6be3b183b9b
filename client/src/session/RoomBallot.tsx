import type { Moment } from '@momentous/shared/domain/moment'
import { Minus, Plus } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../controls/Button.tsx'
import { Dot } from '../controls/DotPill.tsx'
import { IconButton } from '../controls/IconButton.tsx'
import { useRuling, useSession } from '../model/use-store.ts'
import { chooseWords, dotsLeft, dotsOn, roomPerson } from '../words/choose.ts'
import { useAsk } from './use-ask.ts'
import { nameOf } from './moment-name.ts'
import { useTimeline } from './use-timeline.ts'
import './room-ballot.css'

export interface RoomBallotProps {
  readonly person: number
  /** What was entered for this person before. */
  readonly before: Readonly<Record<string, number>>
  readonly onEntered: () => void
}

/** One ballot on behalf: dots by moment, entered as a whole. */
export function RoomBallot({ person, before, onEntered }: RoomBallotProps) {
  const ask = useAsk()
  const moments = useTimeline()
  const all = useSession((session) => session.dots)
  const round = useSession(({ vote }) => (vote.state === 'none' ? 0 : vote.round))
  const [dots, setDots] = useState(before)
  const put = Object.values(dots).reduce((sum, each) => sum + each, 0)
  const args = { round, person, dots }
  const ruling = useRuling('cast-room-ballot', args)
  const enter = async () => {
    const outcome = await ask('cast-room-ballot', args)
    if (outcome.ok) onEntered()
  }
  const set = (id: string, count: number) => {
    const { [id]: _old, ...others } = dots
    setDots(count === 0 ? others : { ...others, [id]: count })
  }
  const section = useRef<HTMLElement>(null)
  // The next person's ballot begins at its top.
  useEffect(() => section.current?.closest('.dialog-body')?.scrollTo(0, 0), [])
  return (
    <section ref={section} className="room-ballot" aria-label={roomPerson(person)}>
      <p className="t-label" role="status">
        {dotsLeft(Math.max(0, all - put))}
      </p>
      <ul>
        {moments.map((moment) => (
          <RoomBallotRow
            key={moment.id}
            moment={moment}
            count={dots[moment.id] ?? 0}
            left={all - put}
            onChange={(count) => set(moment.id, count)}
          />
        ))}
      </ul>
      <Button look="primary" refusal={ruling.allowed ? null : ruling.reason} onClick={() => void enter()}>
        {chooseWords.roomEnter}
      </Button>
    </section>
  )
}

interface RoomBallotRowProps {
  readonly moment: Moment
  readonly count: number
  readonly left: number
  readonly onChange: (count: number) => void
}

function RoomBallotRow({ moment, count, left, onChange }: RoomBallotRowProps) {
  const stacking = useSession((session) => session.stacking)
  const full = left <= 0 ? chooseWords.noneLeft : !stacking && count > 0 ? chooseWords.notStacking : null
  return (
    <li className="room-ballot-row">
      <span className="room-ballot-words">{nameOf(moment)}</span>
      <span className="room-ballot-dots" role="img" aria-label={dotsOn(nameOf(moment), count)}>
        {Array.from({ length: count }, (_, at) => (
          <Dot key={at} put />
        ))}
      </span>
      <IconButton
        label={`${chooseWords.takeOff}: ${nameOf(moment)}`}
        icon={<Minus />}
        refusal={count === 0 ? chooseWords.noDotHere : null}
        onClick={() => onChange(count - 1)}
      />
      <IconButton
        label={`${chooseWords.put}: ${nameOf(moment)}`}
        icon={<Plus />}
        refusal={full}
        onClick={() => onChange(count + 1)}
      />
    </li>
  )
}
