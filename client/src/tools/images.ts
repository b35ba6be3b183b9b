import type { ShapeId } from '@momentous/shared/domain/id'
import { centre, type Point, type Rect } from '../model/geometry.ts'
import { hashOf } from '../model/image-api.ts'
import { imageWords } from '../words/shapes.ts'
import type { Bench } from './bench.ts'
import { isTyping } from './chord.ts'
import { shrinkImage, type ShrunkImage } from './shrink-image.ts'

/** How large a picture comes to the wall, in board units. */
const SHOWN_MAX = 480
const GAP = 24
/** So many come at once. */
const MANY = 12

const isPicture = ({ type }: File) => type.startsWith('image/')

function shownAt(middle: Point, { w, h }: ShrunkImage): Rect {
  const scale = Math.min(1, SHOWN_MAX / Math.max(w, h))
  const size = { w: Math.max(24, Math.round(w * scale)), h: Math.max(24, Math.round(h * scale)) }
  return { x: Math.round(middle.x - size.w / 2), y: Math.round(middle.y - size.h / 2), ...size }
}

async function bringOne(file: Blob, middle: Point, bench: Bench): Promise<Rect | null> {
  const { pictures, wall, live, selection, desk } = bench
  const shrunk = await shrinkImage(file)
  if (shrunk === null) {
    pictures.say(imageWords.unreadable)
    return null
  }
  const rect = shownAt(middle, shrunk)
  const hash = hashOf(new Uint8Array(await shrunk.image.arrayBuffer()))
  live.bringing.set([...live.bringing.get(), rect])
  const refusal = await pictures.bring(hash, shrunk.image)
  live.bringing.set(live.bringing.get().filter((each) => each !== rect))
  if (refusal !== null) {
    pictures.say(refusal === '' ? imageWords.notSent : refusal)
    return null
  }
  const id = wall.newId<ShapeId>()
  const place: [number, number, number, number] = [rect.x, rect.y, rect.w, rect.h]
  const image = { hash, w: shrunk.w, h: shrunk.h }
  if (!wall.act('add-shape', { kind: 'image', id, place, image }).allowed) return null
  // Whoever is writing meanwhile goes on.
  if (desk.editing.get() === null && desk.writing.get() === null) selection.set([id])
  return rect
}

/** Brings pictures to the wall, side by side; each is shrunk on this device first. */
export async function bringImages(files: readonly Blob[], middle: Point, bench: Bench): Promise<void> {
  const { wall, pictures } = bench
  const image = { hash: '0'.repeat(64), w: 1, h: 1 }
  const ruling = wall.check('add-shape', { kind: 'image', id: wall.newId<ShapeId>(), place: [0, 0, 1, 1], image })
  if (!ruling.allowed) return pictures.say(ruling.reason)
  let at = middle
  for (const file of files.slice(0, MANY)) {
    const rect = await bringOne(file, at, bench)
    if (rect) at = { x: rect.x + rect.w + GAP + SHOWN_MAX / 2, y: middle.y }
  }
}

/** Pictures that are dropped on the wall, or pasted while nothing is being typed. Returns the way to stop. */
export function listenForImages(wall: HTMLElement, bench: Bench): () => void {
  const leaving = new AbortController()
  const { signal } = leaving
  const filesIn = (carried: DataTransfer | null) => [...(carried?.files ?? [])].filter(isPicture)

  wall.addEventListener(
    'dragover',
    (event) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
    },
    { signal },
  )
  wall.addEventListener(
    'drop',
    (event) => {
      const files = filesIn(event.dataTransfer)
      if (event.defaultPrevented || files.length === 0) return
      event.preventDefault()
      wall.focus({ preventScroll: true })
      const box = wall.getBoundingClientRect()
      const at = bench.camera.toBoard({ x: event.clientX - box.left, y: event.clientY - box.top })
      void bringImages(files, at, bench)
    },
    { signal },
  )
  document.addEventListener(
    'paste',
    (event) => {
      const files = filesIn(event.clipboardData)
      if (event.defaultPrevented || files.length === 0 || isTyping(event.target)) return
      event.preventDefault()
      const pointer = bench.live.pointer.get()
      const at = pointer === null ? centre(bench.camera.visible()) : bench.camera.toBoard(pointer)
      void bringImages(files, at, bench)
    },
    { signal },
  )
  return () => leaving.abort()
}
