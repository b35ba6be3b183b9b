import type { MomentId, StageId } from '@momentous/shared/domain/id'
import { useCallback, useState } from 'react'
import type { Cell } from '../model/cell.ts'
import { useCell } from '../model/use-cell.ts'
import { useLineRows } from '../model/use-stages.ts'
import { useStackSizes } from '../session/use-stack-sizes.ts'
import { listWords } from '../words/list.ts'
import { PostRow } from './PostRow.tsx'
import { StageRow } from './StageRow.tsx'
import { useStageDeeds } from './use-stage-deeds.ts'

/** The timeline as a numbered list on a vertical line, with its stages. Touching a number says where the next moment goes in. */
export function PostList({ place }: { readonly place: Cell<MomentId | 'last'> }) {
  const rows = useLineRows()
  const after = useCell(place)
  const beneath = useStackSizes()
  const [fresh, setFresh] = useState<StageId | null>(null)
  const { begin } = useStageDeeds()
  const onNamed = useCallback(() => setFresh(null), [])
  const onStage = useCallback((before: MomentId) => setFresh(begin(before)), [begin])
  const all = rows.filter(({ moment }) => moment !== null).length
  if (rows.length === 0) return null
  return (
    <ol className="post-list" aria-label={listWords.title}>
      {rows.map(({ stage, moment, at }) => {
        if (stage !== null) {
          return <StageRow key={stage} id={stage} at={at} all={all} fresh={stage === fresh} onNamed={onNamed} />
        }
        if (moment === null) return null
        const row = { id: moment, number: at + 1, all, selected: moment === after, beneath: beneath.get(moment) ?? 0 }
        return <PostRow key={moment} {...row} onPlace={place.set} onStage={onStage} />
      })}
    </ol>
  )
}
