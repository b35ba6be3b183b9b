import type { StageId } from '@momentous/shared/domain/id'
import { STAGE_TITLE_MAX, type Stage } from '@momentous/shared/domain/stage'
import { ArrowDown, ArrowUp, Pencil, Trash2 } from 'lucide-react'
import { memo, useEffect, useRef, useState } from 'react'
import { Button } from '../controls/Button.tsx'
import { Menu } from '../controls/Menu.tsx'
import type { MenuChoice } from '../controls/MenuRow.tsx'
import { SharedText } from '../controls/SharedText.tsx'
import { useSharedEdits } from '../model/use-shared-edits.ts'
import { useStage } from '../model/use-stages.ts'
import { useActor, useRuling } from '../model/use-store.ts'
import { listWords } from '../words/list.ts'
import { stageMenuOf, stageWords as words } from '../words/stages.ts'
import { useStageDeeds, type StageDeeds } from './use-stage-deeds.ts'

export interface StageRowProps {
  readonly id: StageId
  /** How many moments come before it, and how many there are. */
  readonly at: number
  readonly all: number
  /** It was begun here just now, and wants its title. */
  readonly fresh: boolean
  readonly onNamed: () => void
}

/** Where a stage of the timeline begins, in the list. */
export const StageRow = memo(function StageRow({ id, at, all, fresh, onNamed }: StageRowProps) {
  const stage = useStage(id)
  const deeds = useStageDeeds()
  const ruling = useRuling('set-stage', { id })
  const { role } = useActor()
  const [naming, setNaming] = useState(fresh)
  if (stage === undefined) return null
  const done = () => {
    setNaming(false)
    onNamed()
    deeds.leave(stage, fresh)
  }
  const refusal = ruling.allowed ? null : ruling.reason
  const choices = choicesOf(id, { at, all, refusal }, deeds, () => setNaming(true))
  return (
    <li className="post-stage" data-stage={id}>
      {naming ? (
        <TitleField stage={stage} onDone={done} />
      ) : (
        <>
          <h3 className="post-stage-title" dir="auto">
            {stage.title.trim() === '' ? words.untitled : stage.title}
          </h3>
          {role !== 'observer' && <Menu label={stageMenuOf(stage.title)} choices={choices} />}
        </>
      )}
    </li>
  )
})

function choicesOf(
  id: StageId,
  { at, all, refusal }: { readonly at: number; readonly all: number; readonly refusal: string | null },
  { move, remove }: StageDeeds,
  onName: () => void,
): readonly (MenuChoice | null)[] {
  const atStart = refusal ?? (at === 0 ? words.first : null)
  const atEnd = refusal ?? (at >= all ? words.last : null)
  return [
    { label: words.rename, icon: <Pencil />, refusal, onChoose: onName },
    { label: words.earlier, icon: <ArrowUp />, refusal: atStart, onChoose: () => move(id, at - 1) },
    { label: words.later, icon: <ArrowDown />, refusal: atEnd, onChoose: () => move(id, at + 1) },
    null,
    { label: words.remove, icon: <Trash2 />, refusal, onChoose: () => remove(id) },
  ]
}

interface TitleFieldProps {
  readonly stage: Stage
  readonly onDone: () => void
}

function TitleField({ stage, onDone }: TitleFieldProps) {
  const box = useRef<HTMLDivElement>(null)
  const { refusal, onEdit } = useSharedEdits('stages', stage.id, 'title')
  useEffect(() => box.current?.querySelector('textarea')?.focus(), [])
  return (
    <div
      ref={box}
      className="post-row-edit"
      onKeyDown={(event) => (event.key === 'Escape' || event.key === 'Enter') && onDone()}
    >
      <SharedText
        label={words.title}
        bare
        single
        value={stage.title}
        placeholder={words.empty}
        maxLength={STAGE_TITLE_MAX}
        readOnly={refusal !== null}
        trouble={refusal}
        onEdit={onEdit}
      />
      <Button onClick={onDone}>{listWords.done}</Button>
    </div>
  )
}
