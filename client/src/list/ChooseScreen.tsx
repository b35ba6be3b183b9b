import { Lock } from 'lucide-react'
import { Dot } from '../controls/DotPill.tsx'
import { useActor, useOffered, useSession } from '../model/use-store.ts'
import { ReadyButton } from '../session/ReadyButton.tsx'
import { RoomBallots } from '../session/RoomBallots.tsx'
import { useReadiness } from '../session/use-people.ts'
import { useTimeline } from '../session/use-timeline.ts'
import { useVoteNews } from '../session/use-vote-news.ts'
import { chooseWords, dotsLeft } from '../words/choose.ts'
import { DotRow } from './DotRow.tsx'
import { ListPage } from './ListPage.tsx'
import { useBallot, type Ballot } from './use-ballot.ts'
import { VoteResultScreen } from './VoteResultScreen.tsx'
import './choose-screen.css'

/** Dots on the moments that matter; after the close, how they fell. */
export function ChooseScreen() {
  const state = useSession(({ vote }) => vote.state)
  const { role } = useActor()
  useVoteNews()
  if (state === 'closed') return <VoteResultScreen />
  return role === 'observer' ? <LookOn /> : <Vote />
}

function Vote() {
  const ballot = useBallot()
  const line = useTimeline()
  const own = useSession((session) => session.channels)
  const stacking = useSession((session) => session.stacking)
  return (
    <ListPage question={chooseWords.question} foot={<VoteFoot ballot={ballot} />}>
      <ol className="choose-list">
        {line.map((moment) => (
          <DotRow
            key={moment.id}
            moment={moment}
            own={own}
            count={ballot.dots[moment.id] ?? 0}
            left={ballot.left}
            stacking={stacking}
            onPut={() => ballot.put(moment.id)}
            onTakeBack={() => ballot.takeBack(moment.id)}
          />
        ))}
      </ol>
    </ListPage>
  )
}

function VoteFoot({ ballot }: { readonly ballot: Ballot }) {
  const room = useSession((session) => session.room)
  const { role } = useActor()
  const answering = useOffered().length > 0
  const { everybody } = useReadiness()
  const steers = role === 'facilitator'
  return (
    <>
      <div className="list-foot-line">
        <span className="list-foot-fact choose-left" role="status">
          {ballot.left > 0 && <Dot put={false} />}
          {dotsLeft(ballot.left)}
        </span>
        <span className="list-foot-fact">
          <Lock />
          {chooseWords.onlyYou}
        </span>
      </div>
      <div className="list-foot-wide choose-finish">
        {steers && room > 0 && <RoomBallots />}
        <ReadyButton
          words={chooseWords.finished}
          backWords={chooseWords.notFinished}
          look={answering || (steers && everybody) ? 'secondary' : 'primary'}
        />
      </div>
    </>
  )
}

/** Whoever looks on sees what is voted on, and nothing that hints at a count. */
function LookOn() {
  const line = useTimeline()
  const own = useSession((session) => session.channels)
  return (
    <ListPage question={chooseWords.question} hint={chooseWords.lookingOn}>
      <ol className="choose-list">
        {line.map((moment) => (
          <DotRow key={moment.id} moment={moment} own={own} count={0} left={0} stacking={false} />
        ))}
      </ol>
    </ListPage>
  )
}
