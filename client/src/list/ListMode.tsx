import { phaseOrder, phases } from '@momentous/shared/domain/phase'
import type { MomentId } from '@momentous/shared/domain/id'
import { useState } from 'react'
import { lazyPart } from '../controls/lazy-part.ts'
import { PartPlace } from '../controls/PartPlace.tsx'
import { StepBar } from '../controls/ProgressBar.tsx'
import { usePriorities, useSession } from '../model/use-store.ts'
import { useVisibleHeight } from '../model/use-visible-height.ts'
import { BroughtCard } from '../session/BroughtCard.tsx'
import { Notices } from '../session/Notices.tsx'
import { RemarkCard } from '../session/RemarkCard.tsx'
import { useLookedAt } from '../session/use-looked-at.ts'
import { usePeopleNews } from '../session/use-people-news.ts'
import { usePhaseNews } from '../session/use-phase-news.ts'
import { frameWords, stepOf } from '../words/frame.ts'
import { listWords, ofAll } from '../words/list.ts'
import { Composers } from './Composers.tsx'
import { ListCards } from './ListCards.tsx'
import { ListFind } from './ListFind.tsx'
import { ListHeader } from './ListHeader.tsx'
import { ListMenu, type AroundTheList } from './ListMenu.tsx'
import { createNextSpot } from './next-spot.ts'
import { ObserverLine } from './ObserverLine.tsx'
import { PhaseScreen } from './PhaseScreen.tsx'
import { PhaseSteering } from './PhaseSteering.tsx'
import { useBrought } from './use-brought.ts'
import './list-mode.css'

const ListForm = lazyPart(async () => (await import('./ListForm.tsx')).ListForm)

export interface ListModeProps extends AroundTheList {
  /** The seat's token: it fetches the files that only the server writes. */
  readonly token: string
}

/** The whole session as one list and one question at a time: for a phone, a keyboard, a screen reader. */
export function ListMode({ token, ...around }: ListModeProps) {
  const [form, setForm] = useState(false)
  const [spot] = useState(createNextSpot)
  const phase = useSession((session) => session.phase)
  const looked = useLookedAt()
  const [brought, bring, call, onAnswered] = useBrought()
  useVisibleHeight()
  usePhaseNews()
  usePeopleNews()
  return (
    <div className="list-mode">
      <a className="skip-link" href="#question">
        {frameWords.toTheQuestion}
      </a>
      <ListHeader at={usePriorityAt(looked.moment)} menu={<ListMenu {...around} onForm={() => setForm(true)} />} />
      <ListFind onLook={(moment) => bring({ moment })} />
      <main className="list-body">
        <Progress />
        <PartPlace key={phase}>
          <PhaseScreen
            looked={looked}
            brought={brought}
            spot={spot}
            onShare={() => around.onOpen('share')}
            onForm={() => setForm(true)}
          />
        </PartPlace>
        <Composers looked={looked} spot={spot} />
        <ObserverLine />
        <PhaseSteering looked={looked} />
      </main>
      <Notices>
        <RemarkCard />
        {call && <BroughtCard name={call.name} onBack={call.back} onGo={null} onDone={onAnswered} />}
      </Notices>
      <ListCards />
      {form && (
        <PartPlace onDrop={() => setForm(false)}>
          <ListForm token={token} onClose={() => setForm(false)} />
        </PartPlace>
      )}
    </div>
  )
}

function Progress() {
  const phase = useSession((session) => session.phase)
  const at = phaseOrder.indexOf(phase)
  const steps = phaseOrder.length - 1
  const label = at === 0 ? phases[phase].label : stepOf(at, steps, phases[phase].label)
  return (
    <div className="list-progress">
      <StepBar label={`${listWords.steps}: ${label}`} steps={steps} at={at - 1} />
    </div>
  )
}

/** "2 of 4", in the phases that go through the shortlist. */
function usePriorityAt(moment: MomentId | null): string | null {
  const phase = useSession((session) => session.phase)
  const priorities = usePriorities()
  const at = moment === null ? -1 : priorities.indexOf(moment)
  const goesThrough = phaseOrder.indexOf(phase) >= phaseOrder.indexOf('assess')
  return goesThrough && at >= 0 ? ofAll(at + 1, priorities.length) : null
}
