import type { MomentId } from '@momentous/shared/domain/id'
import { MOMENT_TEXT_MAX } from '@momentous/shared/domain/moment'
import { useState, type CSSProperties, type KeyboardEvent } from 'react'
import type { SceneNote } from '@momentous/shared/scene/note-layout'
import { textBox } from '@momentous/shared/scene/note-shape'
import { useCell } from '../model/use-cell.ts'
import type { Bench } from '../tools/bench.ts'
import { editNote, endEditing, nextNote } from '../tools/edit-note.ts'
import { wallWords } from '../words/canvas.ts'
import { lostWords } from '../words/lost.ts'
import { LostPiece } from './LostPiece.tsx'
import { isTakenBack } from './share-text.ts'
import { focusWall, useGone, useWhereWordsLie, WordsField } from './WordsField.tsx'

/** A text field laid exactly over the note that is being typed into; when somebody else puts that in the bin, its words. */
export function NoteEditor({ bench }: { readonly bench: Bench }) {
  const id = useCell(bench.desk.editing)
  const [lost, setLost] = useState<MomentId | null>(null)
  return (
    <>
      {id !== null && <OpenNote key={id} id={id} bench={bench} onLost={setLost} />}
      {lost !== null && <LostNote key={lost} id={lost} bench={bench} onAnswered={() => setLost(null)} />}
    </>
  )
}

interface LostNoteProps {
  readonly id: MomentId
  readonly bench: Bench
  readonly onAnswered: () => void
}

function LostNote({ id, bench, onAnswered }: LostNoteProps) {
  const { wall } = bench
  const args = { ids: [id], removed: false }
  const moment = () => wall.moment(id)
  return (
    <LostPiece
      bench={bench}
      title={lostWords.note}
      words={() => (moment()?.removed === true ? (moment()?.text ?? null) : null)}
      mayPutBack={() => wall.check('remove-moments', args)}
      putBack={() => wall.act('remove-moments', args).allowed}
      onBack={() => editNote(id, bench)}
      onAnswered={onAnswered}
    />
  )
}

interface OpenNoteProps {
  readonly id: MomentId
  readonly bench: Bench
  /** Somebody else put it in the bin meanwhile. */
  readonly onLost: (id: MomentId) => void
}

function OpenNote({ id, bench, onLost }: OpenNoteProps) {
  useWhereWordsLie(bench)
  const note = bench.scene.note(id)
  useGone(note === undefined, () => {
    const moment = bench.wall.moment(id)
    const own = isTakenBack({ root: 'moments', id }, bench.wall)
    if (moment?.removed && !own && moment.text.trim() !== '') onLost(id)
    bench.desk.editing.set(null)
  })
  if (!note) return null
  return (
    <WordsField
      bench={bench}
      of={{ root: 'moments', id }}
      className="note-editor"
      style={overNote(note, bench)}
      lies={note.rect}
      label={wallWords.editNote}
      words={note.moment.text}
      maxLength={MOMENT_TEXT_MAX}
      enterKeyHint="next"
      opens="at the end"
      onKeyDown={(event) => onKey(event, bench)}
      onLeave={() => {
        if (bench.desk.editing.get() === id) endEditing(bench)
      }}
    />
  )
}

/** The same box, size and line height as on the canvas at 100 %, scaled to the zoom: it breaks where the note breaks. */
function overNote({ moment, rect, layout }: SceneNote, { camera }: Bench): CSSProperties {
  const box = textBox(moment, rect.w, rect.h)
  const at = camera.toScreen({ x: rect.x + box.x, y: rect.y + box.y })
  const { zoom } = camera.view()
  return {
    width: box.w,
    height: Math.max(box.h, layout.height),
    fontSize: layout.size,
    lineHeight: `${layout.leading}px`,
    transform: `translate(${at.x}px, ${at.y}px) scale(${zoom})`,
  }
}

function onKey(event: KeyboardEvent<HTMLTextAreaElement>, bench: Bench): void {
  // Enter and Escape also end a word that an input method is composing; then they are not ours.
  if (event.nativeEvent.isComposing) return
  if (event.key === 'Enter' && !event.shiftKey) {
    event.preventDefault()
    nextNote(bench)
  } else if (event.key === 'Escape') {
    event.preventDefault()
    event.stopPropagation()
    endEditing(bench)
    focusWall()
  }
}
