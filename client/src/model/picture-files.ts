import type { InlinePicture, InlinePictures } from '@momentous/shared/exports/svg'
import type { BoardSnapshot } from '@momentous/shared/domain/board-snapshot'
import { fetchImage, type ImageShelf } from './image-api.ts'
import { keptPictures } from './kept-pictures.ts'

export type PictureFiles = ReadonlyMap<string, Blob>

/** So many are fetched at once. */
const AT_ONCE = 4

/** The files of the images on a board, from this device where they wait on it; those that are not to be had are left out. */
export async function pictureFiles(
  shelf: ImageShelf,
  { shapes }: Pick<BoardSnapshot, 'shapes'>,
): Promise<PictureFiles> {
  const hashes = new Set(shapes.flatMap((shape) => (shape.kind === 'image' && !shape.removed ? shape.image.hash : [])))
  if (hashes.size === 0) return new Map()
  const files = new Map((await keptPictures(shelf.board).all()).map(({ hash, image }) => [hash, image]))
  const missing = Array.from(hashes).filter((hash) => !files.has(hash))
  const fetchNext = async (): Promise<void> => {
    for (let hash = missing.pop(); hash !== undefined; hash = missing.pop()) {
      const file = await fetchImage(shelf, hash).catch(() => null)
      if (file !== null) files.set(hash, file)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, fetchNext))
  return files
}

const kinds: readonly string[] = ['image/webp', 'image/png', 'image/jpeg'] satisfies InlinePicture['mediaType'][]
const isKind = (type: string): type is InlinePicture['mediaType'] => kinds.includes(type)

/** The same as text that stands within another file. */
export async function inlinePictures(files: PictureFiles): Promise<InlinePictures> {
  const inline = new Map<string, InlinePicture>()
  for (const [hash, file] of files) {
    if (isKind(file.type)) inline.set(hash, { mediaType: file.type, base64: await base64Of(file) })
  }
  return inline
}

/** So many bytes at once: a call takes only so many arguments. */
const STRETCH = 8192

async function base64Of(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const letters: string[] = []
  for (let at = 0; at < bytes.length; at += STRETCH)
    letters.push(String.fromCharCode(...bytes.subarray(at, at + STRETCH)))
  return btoa(letters.join(''))
}
