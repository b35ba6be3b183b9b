import type { StageId } from '@momentous/shared/domain/id'
import { STAGE_TITLE_MAX } from '@momentous/shared/domain/stage'
import { useEffect, useReducer, useRef, useSyncExternalStore, type CSSProperties, type KeyboardEvent } from 'react'
import type { SceneStage } from '../model/stage-scene.ts'
import { useCell } from '../model/use-cell.ts'
import type { Bench } from '../tools/bench.ts'
import { endNaming } from '../tools/stages.ts'
import { stageWords } from '../words/stages.ts'
import { shareText } from './share-text.ts'

/** A text field laid over the title of the stage that is being named. */
export function StageEditor({ bench }: { readonly bench: Bench }) {
  const id = useCell(bench.desk.naming)
  return id === null ? null : <OpenTitle key={id} id={id} bench={bench} />
}

function OpenTitle({ id, bench }: { readonly id: StageId; readonly bench: Bench }) {
  const { scene, camera, wall } = bench
  const field = useRef<HTMLTextAreaElement>(null)
  const [, again] = useReducer((count: number) => count + 1, 0)
  useSyncExternalStore(camera.subscribe, camera.view)
  useEffect(() => scene.subscribe(again), [scene])
  const stage = scene.stages().find((each) => each.id === id)
  const gone = stage === undefined
  useEffect(() => {
    const element = field.current
    if (gone || !element) return undefined
    element.focus({ preventScroll: true })
    element.select()
    return shareText(element, { root: 'stages', id }, wall)
  }, [gone, id, wall])
  useEffect(() => {
    if (gone) endNaming(bench)
  }, [gone, bench])

  if (!stage) return null
  return (
    <textarea
      ref={field}
      className="note-editor shape-editor stage-editor"
      style={overTitle(stage, bench)}
      aria-label={stageWords.title}
      placeholder={stageWords.empty}
      defaultValue={stage.stage.title}
      maxLength={STAGE_TITLE_MAX}
      dir="auto"
      enterKeyHint="done"
      spellCheck
      onKeyDown={(event) => onKey(event, bench)}
      onBlur={(event) => {
        // Another window in front takes the focus away and gives it back; that is no end of typing.
        if (document.activeElement !== event.currentTarget && bench.desk.naming.get() === id) endNaming(bench)
      }}
      onPointerDown={(event) => event.stopPropagation()}
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
  document.querySelector<HTMLElement>('.wall')?.focus({ preventScroll: true })
}
