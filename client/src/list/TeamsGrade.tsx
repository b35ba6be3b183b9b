import { rankingOrder, rankings } from '@momentous/shared/domain/assessment'
import type { MomentId } from '@momentous/shared/domain/id'
import { useAnnouncer } from '../controls/LiveRegion.tsx'
import { RankingBadge } from '../controls/RankingBadge.tsx'
import { RankingGlyph } from '../controls/RankingGlyph.tsx'
import { Segmented } from '../controls/Segmented.tsx'
import { useActor, useGrade, useStore } from '../model/use-store.ts'
import { useAsk } from '../session/use-ask.ts'
import { useSteerer } from '../session/use-steerer.ts'
import { assessWords, settledAs } from '../words/assess.ts'
import { nameOf } from '../session/moment-name.ts'

/** From what hurts to what delights, as the talk goes. */
const segments = rankingOrder.toReversed().map((ranking) => ({
  value: ranking,
  label: rankings[ranking].label,
  icon: <RankingGlyph ranking={ranking} />,
  ranking,
}))

/** What the team says after the talk: the facilitator settles it, everybody reads it. */
export function TeamsGrade({ moment }: { readonly moment: MomentId }) {
  const store = useStore()
  const ask = useAsk()
  const { say } = useAnnouncer()
  const { role } = useActor()
  const settled = useGrade(moment)?.settled ?? null
  const steerer = useSteerer()
  if (role !== 'facilitator') {
    return (
      <p className="list-foot-line" role="status">
        <span className="t-label">{assessWords.teamsGrade}</span>
        {settled === null ? <span>{assessWords.waitForSettling(steerer)}</span> : <RankingBadge ranking={settled} />}
      </p>
    )
  }
  const settle = async (ranking: (typeof rankingOrder)[number]) => {
    const outcome = await ask('settle-ranking', { moment, ranking })
    const note = store.view().moment(moment)
    if (outcome.ok && note !== undefined) say(settledAs(nameOf(note), rankings[ranking].label))
  }
  return (
    <Segmented
      label={`${assessWords.teamsGrade}. ${assessWords.talkFirst}.`}
      size="large"
      segments={segments}
      value={settled}
      onChange={(ranking) => void settle(ranking)}
    />
  )
}
