import { rankingOrder, rankings, type Ranking } from '@momentous/shared/domain/assessment'
import type { MomentId } from '@momentous/shared/domain/id'
import { ArrowRight } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../controls/Button.tsx'
import { useAnnouncer } from '../controls/LiveRegion.tsx'
import { RankingGlyph } from '../controls/RankingGlyph.tsx'
import { Segmented } from '../controls/Segmented.tsx'
import { useGrade } from '../model/use-store.ts'
import { assessWords, settledAs } from '../words/assess.ts'
import { useNextUnsettled } from '../session/use-next-unsettled.ts'
import { ReadyChip } from '../session/ReadyTick.tsx'
import { Steering } from '../session/Steering.tsx'
import { useAsk } from '../session/use-ask.ts'
import { useMomentName } from '../session/use-moment-name.ts'

/** As on the picture of the talk: from what hurts to what delights. */
const segments = rankingOrder.toReversed().map((ranking) => ({
  value: ranking,
  label: rankings[ranking].label,
  icon: <RankingGlyph ranking={ranking} />,
  ranking,
}))

export interface SettleTrayProps {
  readonly moment: MomentId
  readonly onNext: (moment: MomentId) => void
}

/** The team's grade, settled by the facilitator after the talk; then on to the next priority that has none. */
export function SettleTray({ moment, onNext }: SettleTrayProps) {
  const settled = useGrade(moment)?.settled ?? null
  const [chosen, setChosen] = useState<Ranking | null>(null)
  const shown = chosen ?? settled
  const next = useNextUnsettled(moment)
  const settle = useSettle(moment, next, onNext)
  const finished = next === null && settled !== null && shown === settled
  const button = (
    <Button
      look="primary"
      size="large"
      iconAfter={<ArrowRight />}
      refusal={shown === null ? assessWords.chooseTeamsGrade : null}
      onClick={() => void settle(shown)}
    >
      {next === null ? assessWords.settleLast : assessWords.settle}
    </Button>
  )
  return (
    <div className="workspace-tray">
      <div className="workspace-tray-words settle-words">
        <p className="t-label">{assessWords.teamsGrade}</p>
        <p className="t-small t-second">{assessWords.talkFirst}</p>
      </div>
      <div className="settle-choice">
        <Segmented
          label={assessWords.teamsGrade}
          bare
          size="large"
          segments={segments}
          value={shown}
          onChange={setChosen}
        />
      </div>
      <div className="workspace-tray-end">
        <Steering filled={finished} instead={finished ? undefined : button}>
          {finished && <ReadyChip />}
        </Steering>
      </div>
    </div>
  )
}

function useSettle(moment: MomentId, next: MomentId | null, onNext: (moment: MomentId) => void) {
  const ask = useAsk()
  const { say } = useAnnouncer()
  const text = useMomentName(moment)
  return async (ranking: Ranking | null) => {
    if (ranking === null) return
    const outcome = await ask('settle-ranking', { moment, ranking })
    if (!outcome.ok) return
    say(settledAs(text, rankings[ranking].label))
    if (next !== null) onNext(next)
  }
}
