import type { ShapeId } from '@momentous/shared/domain/id'
import { SHAPE_WORDS_MAX, tokenOfTint } from '@momentous/shared/domain/shape'
import {
  useEffect,
  useReducer,
  useRef,
  useState,
  useSyncExternalStore,
  type CSSProperties,
  type KeyboardEvent,
} from 'react'
import type { Rect } from '../model/geometry.ts'
import { TEXT_PAD, type SceneShape } from '../model/shape-layout.ts'
import { useCell } from '../model/use-cell.ts'
import type { Bench } from '../tools/bench.ts'
import { editShape, endWriting } from '../tools/edit-shape.ts'
import { lostWords } from '../words/lost.ts'
import { shapeFieldWords } from '../words/shapes.ts'
import { LostWords } from './LostWords.tsx'
import { paperOf } from './paint-words.ts'
import { shareText } from './share-text.ts'
import { useScene } from './use-scene.ts'

/**
 * A text field laid exactly over the words of a free text, over an area's title or a connector's label, under an image;
 * when somebody else puts that in the bin, its words.
 */
export function ShapeEditor({ bench }: { readonly bench: Bench }) {
  const id = useCell(bench.desk.writing)
  const [lost, setLost] = useState<ShapeId | null>(null)
  return (
    <>
      {id !== null && <OpenShape key={id} id={id} bench={bench} onLost={setLost} />}
      {lost !== null && <LostShape key={lost} id={lost} bench={bench} onAnswered={() => setLost(null)} />}
    </>
  )
}

interface LostShapeProps {
  readonly id: ShapeId
  readonly bench: Bench
  readonly onAnswered: () => void
}

function LostShape({ id, bench, onAnswered }: LostShapeProps) {
  useScene(bench)
  const { wall } = bench
  const shape = wall.shape(id)
  const back = shape?.removed !== true
  useEffect(() => {
    if (back) onAnswered()
  }, [back, onAnswered])
  if (back) return null
  const args = { ids: [id], removed: false }
  const putBack = () => {
    if (!wall.act('remove-shapes', args).allowed) return
    onAnswered()
    editShape(id, bench)
  }
  return (
    <LostWords
      title={lostWords.shape}
      words={shape.words}
      ruling={wall.check('remove-shapes', args)}
      onPutBack={putBack}
      onLetGo={onAnswered}
    />
  )
}

interface OpenShapeProps {
  readonly id: ShapeId
  readonly bench: Bench
  /** Somebody else put it in the bin meanwhile. */
  readonly onLost: (id: ShapeId) => void
}

function OpenShape({ id, bench, onLost }: OpenShapeProps) {
  const { scene, camera, wall } = bench
  const field = useRef<HTMLTextAreaElement>(null)
  const [, again] = useReducer((count: number) => count + 1, 0)
  useSyncExternalStore(camera.subscribe, camera.view)
  useEffect(() => scene.subscribe(again), [scene])
  const piece = writtenPiece(id, bench)
  const gone = piece === null

  useEffect(() => {
    const element = field.current
    if (gone || !element) return undefined
    element.focus({ preventScroll: true })
    element.select()
    return shareText(element, { root: 'shapes', id }, wall)
  }, [gone, id, wall])
  useEffect(() => {
    if (!gone) return
    const shape = bench.wall.shape(id)
    if (shape?.removed && shape.words.trim() !== '') onLost(id)
    endWriting(bench)
    // The field took the focus with it; the keys go on with the wall.
    document.querySelector<HTMLElement>('.wall')?.focus({ preventScroll: true })
  }, [gone, bench, id, onLost])

  if (!piece) return null
  const words = shapeFieldWords[piece.kind]
  return (
    <textarea
      ref={field}
      className={`note-editor shape-editor shape-editor-${piece.kind}`}
      style={overWords(piece, bench)}
      aria-label={words.label}
      placeholder={words.empty}
      defaultValue={piece.shape.words}
      maxLength={SHAPE_WORDS_MAX}
      dir="auto"
      enterKeyHint={piece.kind === 'text' ? 'enter' : 'done'}
      spellCheck
      onKeyDown={(event) => onKey(event, piece, bench)}
      onBlur={(event) => {
        // Another window in front takes the focus away and gives it back; that is no end of typing.
        if (document.activeElement !== event.currentTarget && bench.desk.writing.get() === id) endWriting(bench)
      }}
      onPointerDown={(event) => event.stopPropagation()}
    />
  )
}

function writtenPiece(id: ShapeId, { scene }: Bench): SceneShape | null {
  const piece = scene.piece(id)
  return piece === undefined || piece.kind === 'note' || piece.kind === 'stroke' ? null : piece
}

/** How much wider than its words a label's field is: they grow to both sides. */
const LABEL_ROOM = 60

/** As wide as the words may run: a field as narrow as what is written now would break the next word. */
function fieldBox({ kind, box, shape }: SceneShape): Rect {
  if (kind === 'text') return { ...box, w: Math.max(box.w, shape.place[2] - 2 * TEXT_PAD) }
  return kind === 'area' || kind === 'image' ? box : { ...box, x: box.x - LABEL_ROOM, w: box.w + 2 * LABEL_ROOM }
}

function overWords(piece: SceneShape, { camera }: Bench): CSSProperties {
  const box = fieldBox(piece)
  const at = camera.toScreen(box)
  const { zoom } = camera.view()
  const { layout, shape } = piece
  const colour = piece.kind === 'text' && paperOf(shape.tint) === null ? tokenOfTint(shape.tint) : 'note-ink'
  return {
    width: box.w,
    height: layout.height,
    fontSize: layout.size,
    lineHeight: `${layout.leading}px`,
    color: `var(--${piece.kind === 'text' ? colour : 'ink'})`,
    transform: `translate(${at.x}px, ${at.y}px) scale(${zoom})`,
  }
}

function onKey(event: KeyboardEvent<HTMLTextAreaElement>, { kind }: SceneShape, bench: Bench): void {
  // Enter and Escape also end a word that an input method is composing; then they are not ours.
  if (event.nativeEvent.isComposing) return
  const ends = event.key === 'Escape' || (event.key === 'Enter' && kind !== 'text' && !event.shiftKey)
  if (!ends) return
  event.preventDefault()
  event.stopPropagation()
  endWriting(bench)
  document.querySelector<HTMLElement>('.wall')?.focus({ preventScroll: true })
}
