import type { MomentId } from '@momentous/shared/domain/id'
import type { Moment } from '@momentous/shared/domain/moment'
import { useState } from 'react'
import { useActor, useSession } from '../model/use-store.ts'
import { useTimeline } from '../session/use-timeline.ts'
import { colouredCount, colourWords } from '../words/colour.ts'
import { ColourFoot } from './ColourFoot.tsx'
import { ColourOne } from './ColourOne.tsx'
import { ColourOverview } from './ColourOverview.tsx'
import { ListPage } from './ListPage.tsx'
import type { Brought } from './use-brought.ts'
import './colour-screen.css'

/** One moment at a time gets its contact type; or all of them in sight, with how often each type is met. */
export function ColourScreen({ brought }: { readonly brought: Brought | null }) {
  const line = useTimeline()
  const customer = useSession((session) => session.customer)
  const { role } = useActor()
  const [shown, setShown] = useShownMoment(line, brought, role === 'observer')
  const at = line.findIndex(({ id }) => id === shown)
  const moment = line[at]
  const coloured = line.filter(({ channel }) => channel !== null).length
  const question = colourWords.question(customer)
  if (moment === undefined) {
    return (
      <ListPage question={question} hint={colouredCount(coloured, line.length)} page="colours">
        <ColourOverview line={line} onChoose={role === 'observer' ? null : setShown} />
      </ListPage>
    )
  }
  const go = (by: 1 | -1) => setShown(line[at + by]?.id ?? null)
  return (
    <ListPage
      question={question}
      page={`colour ${moment.id}`}
      foot={<ColourFoot moment={moment} first={at === 0} onGo={go} />}
    >
      <ColourOne
        moment={moment}
        at={at + 1}
        all={line.length}
        left={line.length - coloured}
        onAll={() => setShown(null)}
      />
    </ListPage>
  )
}

/** Begins with the first moment that has no type; goes where the facilitator brings everybody. */
function useShownMoment(line: readonly Moment[], brought: Brought | null, overview: boolean) {
  const [shown, setShown] = useState<MomentId | null>(() =>
    overview ? null : (line.find(({ channel }) => channel === null)?.id ?? null),
  )
  const [followed, setFollowed] = useState(brought)
  if (followed !== brought) {
    setFollowed(brought)
    if (brought !== null && !overview) setShown(brought.moment)
  }
  return [shown, setShown] as const
}
