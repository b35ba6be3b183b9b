import type { StageId } from '@momentous/shared/domain/id'
import { STAGE_TITLE_MAX } from '@momentous/shared/domain/stage'
import { useState, type CSSProperties, type KeyboardEvent } from 'react'
import type { SceneStage } from '@momentous/shared/scene/stage-scene'
import { useCell } from '../model/use-cell.ts'
import type { Bench } from '../tools/bench.ts'
import { endNaming, nameStage } from '../tools/stages.ts'
import { lostWords } from '../words/lost.ts'
import { stageWords } from '../words/stages.ts'
import { LostPiece } from './LostPiece.tsx'
import { isTakenBack } from './share-text.ts'
import { focusWall, useGone, useWhereWordsLie, WordsField } from './WordsField.tsx'

/** A text field laid over the title of the stage that is being named. */
export function StageEditor({ bench }: { readonly bench: Bench }) {
  const id = useCell(bench.desk.naming)
  const [lost, setLost] = useState<StageId | null>(null)
  return (
    <>
      {id !== null && <OpenTitle key={id} id={id} bench={bench} onLost={setLost} />}
      {lost !== null && <LostStage key={lost} id={lost} bench={bench} onAnswered={() => setLost(null)} />}
    </>
  )
}

interface LostStageProps {
  readonly id: StageId
  readonly bench: Bench
  readonly onAnswered: () => void
}

function LostStage({ id, bench, onAnswered }: LostStageProps) {
  const { wall } = bench
  const args = { id, removed: false }
  const stage = () => wall.stages().find((each) => each.id === id)
  return (
    <LostPiece
      bench={bench}
      title={lostWords.stage}
      words={() => (stage()?.removed === true ? (stage()?.title ?? null) : null)}
      mayPutBack={() => wall.check('set-stage', args)}
      putBack={() => wall.act('set-stage', args).allowed}
      onBack={() => nameStage(id, bench)}
      onAnswered={onAnswered}
    />
  )
}

interface OpenTitleProps {
  readonly id: StageId
  readonly bench: Bench
  /** Somebody else took it off meanwhile. */
  readonly onLost: (id: StageId) => void
}

function OpenTitle({ id, bench, onLost }: OpenTitleProps) {
  useWhereWordsLie(bench)
  const stage = bench.scene.stages().find((each) => each.id === id)
  useGone(stage === undefined, () => {
    const gone = bench.wall.stages().find((each) => each.id === id)
    const own = isTakenBack({ root: 'stages', id }, bench.wall)
    if (gone?.removed && !own && gone.title.trim() !== '') onLost(id)
    endNaming(bench)
  })
  if (!stage) return null
  return (
    <WordsField
      bench={bench}
      of={{ root: 'stages', id }}
      className="note-editor shape-editor stage-editor"
      style={overTitle(stage, bench)}
      lies={stage.box}
      label={stageWords.title}
      placeholder={stageWords.empty}
      words={stage.stage.title}
      maxLength={STAGE_TITLE_MAX}
      enterKeyHint="done"
      opens="selected"
      onKeyDown={(event) => onKey(event, bench)}
      onLeave={() => {
        if (bench.desk.naming.get() === id) endNaming(bench)
      }}
    />
  )
}

function overTitle({ box, layout }: SceneStage, { camera }: Bench): CSSProperties {
  const at = camera.toScreen(box)
  const { zoom } = camera.view()
  return {
    width: box.w,
    height: layout.height,
    fontSize: layout.size,
    lineHeight: `${layout.leading}px`,
    color: 'var(--ink)',
    transform: `translate(${at.x}px, ${at.y}px) scale(${zoom})`,
  }
}

function onKey(event: KeyboardEvent<HTMLTextAreaElement>, bench: Bench): void {
  if (event.nativeEvent.isComposing || (event.key !== 'Escape' && event.key !== 'Enter')) return
  event.preventDefault()
  event.stopPropagation()
  endNaming(bench)
  focusWall()
}
