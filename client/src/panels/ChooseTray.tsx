import { useActor, useMine, useSession } from '../model/use-store.ts'
import { chooseWords } from '../words/choose.ts'
import { OwnDots } from './OwnDots.tsx'
import { ReadyButton } from '../session/ReadyButton.tsx'
import { RoomBallots } from '../session/RoomBallots.tsx'
import { useReadiness } from '../session/use-people.ts'
import { useTimeline } from '../session/use-timeline.ts'
import { voteResult } from '../session/vote-result.ts'
import { VoteBars } from './VoteBars.tsx'
import './tray.css'

export interface ChooseTrayProps {
  readonly answering: boolean
}

/** One's own dots while the vote is open; how all dots fell once it is closed. */
export function ChooseTray({ answering }: ChooseTrayProps) {
  const state = useSession(({ vote }) => vote.state)
  const { role } = useActor()
  if (state === 'closed') return <Result />
  if (role !== 'observer') return <Ballot answering={answering} />
  return (
    <div className="tray">
      <p className="vote-bars-none">{chooseWords.lookingOn}</p>
    </div>
  )
}

function Ballot({ answering }: ChooseTrayProps) {
  const dots = useSession((session) => session.dots)
  const room = useSession((session) => session.room)
  const { role } = useActor()
  const { everybody } = useReadiness()
  const put = Object.values(useMine().dots).reduce((sum, each) => sum + each, 0)
  return (
    <div className="tray">
      <OwnDots all={dots} put={put}>
        {role === 'facilitator' && room > 0 && <RoomBallots />}
        <ReadyButton
          words={chooseWords.finished}
          backWords={chooseWords.notFinished}
          look={answering || everybody ? 'secondary' : 'primary'}
        />
      </OwnDots>
    </div>
  )
}

function Result() {
  const vote = useSession((session) => session.vote)
  const shortlist = useSession((session) => session.shortlist)
  const moments = useTimeline()
  if (vote.state !== 'closed') return null
  const { ranked, above } = voteResult(moments, vote, shortlist)
  return (
    <div className="tray">
      <VoteBars ranked={ranked} above={above} />
    </div>
  )
}
