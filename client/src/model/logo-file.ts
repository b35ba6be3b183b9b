import { hashOf, IMAGE_BYTES_MAX, sendImage, type ImageShelf } from './image-api.ts'

/** Sharp on paper at the size of a page's head. */
const SIDES = { w: 960, h: 360 } as const

/** A trouble is `broken`, `tooLarge`, or the server’s own sentence. */
export type BroughtLogo = { readonly hash: string } | { readonly trouble: string }

/** Makes a picture that documents can show out of a file, and brings it to the board's shelf. */
export async function bringLogo(shelf: ImageShelf, file: Blob): Promise<BroughtLogo> {
  const bitmap = await createImageBitmap(file).catch(() => null)
  if (bitmap === null) return { trouble: 'broken' }
  const image = await pngOf(bitmap)
  if (image === null || image.size > IMAGE_BYTES_MAX) return { trouble: 'tooLarge' }
  const hash = hashOf(new Uint8Array(await image.arrayBuffer()))
  const refusal = await sendImage(shelf, hash, image)
  return refusal === null ? { hash } : { trouble: refusal }
}

/** PNG, because Word knows no WebP and a logo has sharp edges. */
async function pngOf(bitmap: ImageBitmap): Promise<Blob | null> {
  const scale = Math.min(1, SIDES.w / bitmap.width, SIDES.h / bitmap.height)
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(bitmap.width * scale))
  canvas.height = Math.max(1, Math.round(bitmap.height * scale))
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  bitmap.close()
  return await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
}
