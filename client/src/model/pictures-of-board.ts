import { fetchImage, sendImage, type ImageShelf } from './image-api.ts'
import { createPictures, type Pictures } from './pictures.ts'

/** The images of a board on the server; its own bitmaps are decoded beside the page's work. */
export function picturesOfBoard(shelf: ImageShelf, say: (sentence: string) => void): Pictures {
  return createPictures({
    say,
    bring: (hash, image) => sendImage(shelf, hash, image),
    async load(hash) {
      const image = await fetchImage(shelf, hash)
      return image === null ? null : createImageBitmap(image)
    },
  })
}
