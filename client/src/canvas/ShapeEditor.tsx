import type { ShapeId } from '@momentous/shared/domain/id'
import { SHAPE_WORDS_MAX, tokenOfTint } from '@momentous/shared/domain/shape'
import { useState, type CSSProperties, type KeyboardEvent } from 'react'
import type { Rect } from '@momentous/shared/scene/geometry'
import { TEXT_PAD, type SceneShape } from '@momentous/shared/scene/shape-layout'
import { useCell } from '../model/use-cell.ts'
import type { Bench } from '../tools/bench.ts'
import { editShape, endWriting } from '../tools/edit-shape.ts'
import { lostWords } from '../words/lost.ts'
import { shapeFieldWords } from '../words/shapes.ts'
import { LostPiece } from './LostPiece.tsx'
import { paperOf } from '@momentous/shared/drawing/shape-looks'
import { isTakenBack } from './share-text.ts'
import { focusWall, useGone, useWhereWordsLie, WordsField } from './WordsField.tsx'

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
  const { wall } = bench
  const args = { ids: [id], removed: false }
  const shape = () => wall.shape(id)
  return (
    <LostPiece
      bench={bench}
      title={lostWords.shape}
      words={() => (shape()?.removed === true ? (shape()?.words ?? null) : null)}
      mayPutBack={() => wall.check('remove-shapes', args)}
      putBack={() => wall.act('remove-shapes', args).allowed}
      onBack={() => editShape(id, bench)}
      onAnswered={onAnswered}
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
  useWhereWordsLie(bench)
  const piece = writtenPiece(id, bench)
  useGone(piece === null, () => {
    const shape = bench.wall.shape(id)
    const own = isTakenBack({ root: 'shapes', id }, bench.wall)
    if (shape?.removed && !own && shape.words.trim() !== '') onLost(id)
    endWriting(bench)
  })
  if (!piece) return null
  const words = shapeFieldWords[piece.kind]
  return (
    <WordsField
      bench={bench}
      of={{ root: 'shapes', id }}
      className={`note-editor shape-editor shape-editor-${piece.kind}`}
      style={overWords(piece, bench)}
      lies={piece.box}
      label={words.label}
      placeholder={words.empty}
      words={piece.shape.words}
      maxLength={SHAPE_WORDS_MAX}
      enterKeyHint={piece.kind === 'text' ? 'enter' : 'done'}
      opens="selected"
      onKeyDown={(event) => onKey(event, piece, bench)}
      onLeave={() => {
        if (bench.desk.writing.get() === id) endWriting(bench)
      }}
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
  focusWall()
}
