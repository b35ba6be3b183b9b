import type { ShapeId } from '@momentous/shared/domain/id'
import type { ImageFile } from '@momentous/shared/domain/shape'
import { centre, type Point, type Rect } from '@momentous/shared/scene/geometry'
import { hashOf } from '../model/image-api.ts'
import { imageWords } from '../words/shape-tools.ts'
import type { Bench } from './bench.ts'
import { isTyping } from './chord.ts'
import { pasteLines } from './paste-lines.ts'
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
  const { pictures, live } = bench
  const shrunk = await shrinkImage(file)
  if (typeof shrunk === 'string') {
    pictures.say(imageWords[shrunk])
    return null
  }
  const rect = shownAt(middle, shrunk)
  const hash = hashOf(new Uint8Array(await shrunk.image.arrayBuffer()))
  live.bringing.set([...live.bringing.get(), rect])
  const brought = await pictures.bring(hash, shrunk.image)
  live.bringing.set(live.bringing.get().filter((each) => each !== rect))
  if (brought.state === 'refused') {
    pictures.say(brought.reason === '' ? imageWords.notSent : brought.reason)
    return null
  }
  if (brought.state === 'waits') pictures.say(imageWords.waits)
  return putImage(rect, { hash, w: shrunk.w, h: shrunk.h }, bench) ? rect : null
}

function putImage({ x, y, w, h }: Rect, image: ImageFile, { wall, desk, selection }: Bench): boolean {
  const id = wall.newId<ShapeId>()
  if (!wall.act('add-shape', { kind: 'image', id, place: [x, y, w, h], image }).allowed) return false
  // Whoever is writing meanwhile goes on.
  if (desk.editing.get() === null && desk.writing.get() === null) selection.set([id])
  return true
}

/** Why no picture may be brought now. */
export function imageRefusal({ wall }: Bench): string | null {
  const image = { hash: '0'.repeat(64), w: 1, h: 1 }
  const ruling = wall.check('add-shape', { kind: 'image', id: wall.newId<ShapeId>(), place: [0, 0, 1, 1], image })
  return ruling.allowed ? null : ruling.reason
}

/** Brings pictures to the wall, side by side; each is shrunk on this device first. */
export async function bringImages(files: readonly Blob[], middle: Point, bench: Bench): Promise<void> {
  const { pictures } = bench
  const refusal = imageRefusal(bench)
  if (refusal !== null) return pictures.say(refusal)
  let at = middle
  for (const file of files.slice(0, MANY)) {
    const rect = await bringOne(file, at, bench)
    if (rect) at = { x: rect.x + rect.w + GAP + SHOWN_MAX / 2, y: middle.y }
  }
  if (files.length > MANY) pictures.say(imageWords.tooMany(files.length - MANY))
}

/** Lets the person choose pictures among their files; they come to that place, else into the middle of what is seen. */
export function chooseImages(bench: Bench, at?: Point): void {
  const field = document.createElement('input')
  field.type = 'file'
  field.accept = 'image/png,image/jpeg,image/webp,image/gif,image/heic,image/heif,image/*'
  field.multiple = true
  field.addEventListener('change', () => {
    void bringImages([...(field.files ?? [])], at ?? centre(bench.camera.visible()), bench)
  })
  field.click()
}

const isText = ({ type, name }: File) => type.startsWith('text/') || /\.(csv|tsv|txt)$/iu.test(name)

/** Pictures come as images, texts and tables as notes; of anything else it is said that it is neither. */
async function bringFiles(files: readonly File[], at: Point, bench: Bench): Promise<void> {
  for (const text of files.filter(isText)) pasteLines(await text.text(), bench)
  const others = files.filter((file) => !isText(file))
  if (others.length > 0) await bringImages(others, at, bench)
}

/** Files that are dropped on the wall, and pictures that are pasted while nothing is being typed. Returns the way to stop. */
export function listenForImages(wall: HTMLElement, bench: Bench): () => void {
  const leaving = new AbortController()
  const { signal } = leaving
  const carries = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true
  // A file that is dropped beside the wall would be opened instead of the board.
  for (const type of ['dragover', 'drop'] as const) {
    document.addEventListener(type, (event) => carries(event) && event.preventDefault(), { signal })
  }
  wall.addEventListener(
    'drop',
    (event) => {
      const files = [...(event.dataTransfer?.files ?? [])]
      if (event.defaultPrevented || files.length === 0) return
      event.preventDefault()
      wall.focus({ preventScroll: true })
      const box = wall.getBoundingClientRect()
      const at = bench.camera.toBoard({ x: event.clientX - box.left, y: event.clientY - box.top })
      void bringFiles(files, at, bench)
    },
    { signal },
  )
  document.addEventListener(
    'paste',
    (event) => {
      const files = [...(event.clipboardData?.files ?? [])].filter(isPicture)
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
