import { rankingOrder, rankings, type Ranking } from '@momentous/shared/domain/assessment'
import type { MomentId } from '@momentous/shared/domain/id'
import { Check, Lock } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../controls/Button.tsx'
import { Chip } from '../controls/Chip.tsx'
import { RadioCards } from '../controls/RadioCards.tsx'
import { RankingTile } from '../controls/RankingBadge.tsx'
import { useActor, useMine } from '../model/use-store.ts'
import { assessWords, gradeMeanings } from '../words/assess.ts'
import { GradedChip } from '../session/GradedChip.tsx'
import { useAsk } from '../session/use-ask.ts'

export interface GradeCardProps {
  readonly moment: MomentId
  readonly round: number
}

const cards = rankingOrder.map((value) => ({
  value,
  label: rankings[value].label,
  note: gradeMeanings[value].own,
  icon: <RankingTile ranking={value} />,
}))

/** Everybody grades alone: only one's own grade is on this screen, and nobody's on any other. */
export function GradeCard({ moment, round }: GradeCardProps) {
  const { role } = useActor()
  return (
    <section className="assess-card">
      <header className="assess-card-head">
        <div>
          <h2 className="t-h3">{assessWords.gradeQuestion}</h2>
          <p className="t-small t-second assess-unseen">
            <Lock />
            {assessWords.nobodySees}
          </p>
        </div>
        <GradedChip moment={moment} />
      </header>
      {role === 'observer' ? <p className="t-second">{assessWords.lookingOn}</p> : <OwnGrade {...{ moment, round }} />}
    </section>
  )
}

function OwnGrade({ moment, round }: GradeCardProps) {
  const ask = useAsk()
  const given = (useMine().grades[moment] ?? null) as Ranking | null
  const [chosen, setChosen] = useState<Ranking | null>(null)
  const shown = chosen ?? given
  const open = shown !== null && shown !== given
  const give = async () => {
    if (shown === null) return
    const outcome = await ask('grade-moment', { moment, round, ranking: shown })
    if (outcome.ok) setChosen(null)
  }
  return (
    <>
      <RadioCards
        label={assessWords.gradeQuestion}
        bare
        cards={cards}
        value={shown}
        onChange={setChosen}
        ring="after"
      />
      <div className="assess-give">
        {given !== null && !open ? (
          <Chip icon={<Check />}>{assessWords.given}</Chip>
        ) : (
          <Button
            look="primary"
            size="large"
            refusal={shown === null ? assessWords.chooseFirst : null}
            onClick={() => void give()}
          >
            {given === null ? assessWords.give : assessWords.changeGrade}
          </Button>
        )}
      </div>
    </>
  )
}
