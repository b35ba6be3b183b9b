import type { StageId } from '@momentous/shared/domain/id'
import { STAGE_TITLE_MAX } from '@momentous/shared/domain/stage'
import type { CSSProperties, KeyboardEvent } from 'react'
import type { SceneStage } from '@momentous/shared/scene/stage-scene'
import { useCell } from '../model/use-cell.ts'
import type { Bench } from '../tools/bench.ts'
import { endNaming } from '../tools/stages.ts'
import { stageWords } from '../words/stages.ts'
import { focusWall, useGone, useWhereWordsLie, WordsField } from './WordsField.tsx'

/** A text field laid over the title of the stage that is being named. */
export function StageEditor({ bench }: { readonly bench: Bench }) {
  const id = useCell(bench.desk.naming)
  return id === null ? null : <OpenTitle key={id} id={id} bench={bench} />
}

function OpenTitle({ id, bench }: { readonly id: StageId; readonly bench: Bench }) {
  useWhereWordsLie(bench)
  const stage = bench.scene.stages().find((each) => each.id === id)
  useGone(stage === undefined, () => endNaming(bench))
  if (!stage) return null
  return (
    <WordsField
      bench={bench}
      of={{ root: 'stages', id }}
      className="note-editor shape-editor stage-editor"
      style={overTitle(stage, bench)}
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
