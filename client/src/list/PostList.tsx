import type { MomentId } from '@momentous/shared/domain/id'
import type { Cell } from '../model/cell.ts'
import { useCell } from '../model/use-cell.ts'
import { useTimelineIds } from '../model/use-store.ts'
import { listWords } from '../words/list.ts'
import { PostRow } from './PostRow.tsx'

/** The timeline as a numbered list on a vertical line. Touching a number says where the next moment goes in. */
export function PostList({ place }: { readonly place: Cell<MomentId | 'last'> }) {
  const ids = useTimelineIds()
  const after = useCell(place)
  if (ids.length === 0) return null
  return (
    <ol className="post-list" aria-label={listWords.title}>
      {ids.map((id, at) => (
        <PostRow key={id} id={id} number={at + 1} all={ids.length} selected={id === after} onPlace={place.set} />
      ))}
    </ol>
  )
}
