import { rankingOrder, rankings, type Ranking } from '@momentous/shared/domain/assessment'
import { Check, Lock } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../controls/Button.tsx'
import { RadioCards } from '../controls/RadioCards.tsx'
import { RankingTile } from '../controls/RankingBadge.tsx'
import { useActor, useMine } from '../model/use-store.ts'
import { useAsk } from '../session/use-ask.ts'
import { usePrimary } from '../session/use-primary.ts'
import { assessWords, gradeMeanings } from '../words/assess.ts'
import { Expected } from './Expected.tsx'
import { ListPage } from './ListPage.tsx'
import { OtherPriorities } from './OtherPriorities.tsx'
import { PriorityHead, type PriorityProps } from './PriorityHead.tsx'

const cards = rankingOrder.map((value) => ({
  value,
  label: rankings[value].label,
  note: gradeMeanings[value].own,
  icon: <RankingTile ranking={value} />,
}))

/** Everybody grades alone; the three definitions stand in sight. */
export function GradeStep({ moment, looked, round }: PriorityProps & { readonly round: number }) {
  const { role } = useActor()
  const given = (useMine().grades[moment] ?? null) as Ranking | null
  const [chosen, setChosen] = useState<Ranking | null>(null)
  const grades = role !== 'observer'
  return (
    <ListPage
      question={assessWords.gradeQuestion}
      hint={grades ? undefined : assessWords.lookingOn}
      page={`grade ${moment}`}
      head={
        <>
          <PriorityHead moment={moment} looked={looked} />
          <Expected moment={moment} />
        </>
      }
      foot={grades && <GradeFoot moment={moment} round={round} given={given} chosen={chosen} />}
    >
      {grades && (
        <RadioCards
          label={assessWords.gradeQuestion}
          bare
          cards={cards}
          value={chosen ?? given}
          onChange={setChosen}
          ring="after"
        />
      )}
      <OtherPriorities moment={moment} onLook={looked.onLook} />
    </ListPage>
  )
}

interface GradeFootProps {
  readonly moment: PriorityProps['moment']
  readonly round: number
  readonly given: Ranking | null
  readonly chosen: Ranking | null
}

function GradeFoot({ moment, round, given, chosen }: GradeFootProps) {
  const ask = useAsk()
  const primary = usePrimary()
  const done = given !== null && (chosen === null || chosen === given)
  const give = () => chosen !== null && void ask('grade-moment', { moment, round, ranking: chosen })
  return (
    <>
      <p className="list-foot-line" role="status">
        <span className="list-foot-fact">
          {done ? <Check /> : <Lock />}
          {done ? assessWords.given : assessWords.nobodySees}
        </span>
      </p>
      {!done && (
        <Button
          look={primary}
          size="large"
          wide
          refusal={chosen === null ? assessWords.chooseFirst : null}
          onClick={give}
        >
          {given === null ? assessWords.give : assessWords.changeGrade}
        </Button>
      )}
    </>
  )
}
