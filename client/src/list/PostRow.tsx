import type { MomentId } from '@momentous/shared/domain/id'
import type { Moment } from '@momentous/shared/domain/moment'
import { memo, useState, type ReactNode } from 'react'
import { useActor, useMoment, useSession } from '../model/use-store.ts'
import { notesBeneath } from '../words/stacks.ts'
import { listWords, putAfter } from '../words/list.ts'
import { aboutSeconds, postWords } from '../words/post.ts'
import { MomentMenu } from './MomentMenu.tsx'
import { nameOf } from '../session/moment-name.ts'
import { MomentTextField } from './MomentTextField.tsx'
import { useUnsaved } from './use-unsaved.ts'
import { MomentRow } from './MomentRow.tsx'

export interface PostRowProps {
  readonly id: MomentId
  readonly number: number
  readonly all: number
  /** The next moment goes in after this one. */
  readonly selected: boolean
  /** So many notes lie under it. */
  readonly beneath: number
  readonly onPlace: (after: MomentId | 'last') => void
  /** Begins a stage before this moment. */
  readonly onStage: (before: MomentId) => void
}

/** One moment: draws itself again only when it, its number or the chosen place changes. */
export const PostRow = memo(function PostRow(props: PostRowProps) {
  const { id, number, selected, beneath, onPlace, onStage } = props
  const moment = useMoment(id)
  const unsaved = useUnsaved(id)
  const { role } = useActor()
  const [editing, setEditing] = useState(false)
  if (moment === undefined) return null
  const name = nameOf(moment)
  return (
    <li className={unsaved ? 'post-row post-row-unsaved' : 'post-row'} data-moment={id}>
      <button
        type="button"
        className="post-row-dot"
        aria-pressed={selected}
        aria-label={putAfter(number, name)}
        onClick={() => onPlace(selected ? 'last' : id)}
      >
        <span className="post-row-number t-figures" aria-hidden="true">
          {number}
        </span>
      </button>
      {editing ? (
        <MomentTextField moment={moment} onDone={() => setEditing(false)} />
      ) : (
        <Note
          moment={moment}
          foot={footOf(moment, props)}
          state={unsaved ? 'unsaved' : selected ? 'selected' : undefined}
          action={
            role === 'observer' ? undefined : (
              <MomentMenu
                moment={moment}
                onEdit={() => setEditing(true)}
                onStage={() => onStage(id)}
                beneath={beneath}
              />
            )
          }
        />
      )}
      {unsaved && <span className="unseen">{listWords.notSavedYet}</span>}
    </li>
  )
})

interface NoteProps {
  readonly moment: Moment
  readonly foot: string | undefined
  readonly state: 'unsaved' | 'selected' | undefined
  readonly action: ReactNode
}

function Note({ moment, foot, state, action }: NoteProps) {
  const own = useSession((session) => session.channels)
  const { locked } = moment
  return <MomentRow moment={moment} own={own} locked={locked} foot={foot} state={state} action={action} />
}

/** The first and the last impression weigh most. */
function footOf({ seconds }: Moment, { number, all, beneath }: PostRowProps): string | undefined {
  const parts = [
    ...(number === 1 && all > 1 ? [postWords.firstImpression] : []),
    ...(number === all && all > 1 ? [postWords.lastImpression] : []),
    ...(seconds === null ? [] : [aboutSeconds(seconds)]),
    ...(beneath === 0 ? [] : [notesBeneath(beneath)]),
  ]
  return parts.length === 0 ? undefined : parts.join(', ')
}
