import type { MomentId } from '@momentous/shared/domain/id'
import { MOMENT_TEXT_MAX } from '@momentous/shared/domain/moment'
import {
  useEffect,
  useReducer,
  useRef,
  useState,
  useSyncExternalStore,
  type CSSProperties,
  type KeyboardEvent,
} from 'react'
import type { SceneNote } from '../model/note-layout.ts'
import { textBox } from '../model/note-shape.ts'
import { useCell } from '../model/use-cell.ts'
import type { Bench } from '../tools/bench.ts'
import { editNote, endEditing, nextNote } from '../tools/edit-note.ts'
import { wallWords } from '../words/canvas.ts'
import { lostWords } from '../words/lost.ts'
import { LostWords } from './LostWords.tsx'
import { shareText } from './share-text.ts'
import { useScene } from './use-scene.ts'

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
  useScene(bench)
  const { wall } = bench
  const moment = wall.moment(id)
  const back = moment?.removed !== true
  useEffect(() => {
    if (back) onAnswered()
  }, [back, onAnswered])
  if (back) return null
  const args = { ids: [id], removed: false }
  const putBack = () => {
    if (!wall.act('remove-moments', args).allowed) return
    onAnswered()
    editNote(id, bench)
  }
  return (
    <LostWords
      title={lostWords.note}
      words={moment.text}
      ruling={wall.check('remove-moments', args)}
      onPutBack={putBack}
      onLetGo={onAnswered}
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
  const { scene, camera, wall } = bench
  const field = useRef<HTMLTextAreaElement>(null)
  const [, again] = useReducer((count: number) => count + 1, 0)
  useSyncExternalStore(camera.subscribe, camera.view)
  useEffect(() => scene.subscribe(again), [scene])
  const note = scene.note(id)
  const gone = note === undefined

  useEffect(() => {
    const element = field.current
    if (gone || !element) return undefined
    element.focus({ preventScroll: true })
    element.setSelectionRange(element.value.length, element.value.length)
    return shareText(element, { root: 'moments', id }, wall)
  }, [gone, id, wall])
  useEffect(() => {
    if (!gone) return
    const moment = bench.wall.moment(id)
    if (moment?.removed && moment.text.trim() !== '') onLost(id)
    bench.desk.editing.set(null)
    // The field took the focus with it; the keys go on with the wall.
    document.querySelector<HTMLElement>('.wall')?.focus({ preventScroll: true })
  }, [gone, bench, id, onLost])

  useInSight(id, bench)

  if (!note) return null
  return (
    <textarea
      ref={field}
      className="note-editor"
      style={overNote(note, bench)}
      aria-label={wallWords.editNote}
      defaultValue={note.moment.text}
      maxLength={MOMENT_TEXT_MAX}
      dir="auto"
      enterKeyHint="next"
      spellCheck
      onKeyDown={(event) => onKey(event, bench)}
      onBlur={(event) => {
        // Another window in front takes the focus away and gives it back; that is no end of typing.
        if (document.activeElement !== event.currentTarget && bench.desk.editing.get() === id) endEditing(bench)
      }}
      onPointerDown={(event) => event.stopPropagation()}
    />
  )
}

/** A device's keyboard takes half of the window when it comes up: the words stay in what is left. */
const KEYBOARD_MS = 120

function useInSight(id: MomentId, { scene, camera }: Bench): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const show = () => {
      const note = scene.note(id)
      if (note) camera.reveal(note.rect)
    }
    const showSoon = () => {
      clearTimeout(timer)
      timer = setTimeout(show, KEYBOARD_MS)
    }
    addEventListener('resize', showSoon)
    return () => {
      clearTimeout(timer)
      removeEventListener('resize', showSoon)
    }
  }, [id, scene, camera])
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
    document.querySelector<HTMLElement>('.wall')?.focus({ preventScroll: true })
  }
}
