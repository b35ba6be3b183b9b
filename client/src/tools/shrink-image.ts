import { IMAGE_BYTES_MAX } from '../model/image-api.ts'

/** The longer side of what is kept; a wall shows no more. */
const SIDE_MAX = 1600
const QUALITIES = [0.86, 0.74, 0.6] as const
/** How much smaller it becomes when even the lowest quality is too large. */
const SMALLER = 0.7
const SIDE_MIN = 200

/** Beyond this many bytes a browser may run out of memory over it. */
const FILE_MAX = 80_000_000

/** Why a file can't come to the wall. */
export type Unfit = 'broken' | 'tooLarge' | 'heic' | 'svg' | 'noPicture'

export interface ShrunkImage {
  readonly image: Blob
  readonly w: number
  readonly h: number
}

/** By what it is called; what it is, the browser sees when it reads it. */
function unfitByName({ type, size, name = '' }: Blob & { readonly name?: string }): Unfit | null {
  if (type.startsWith('image/svg') || /\.svgz?$/iu.test(name)) return 'svg'
  if (size > FILE_MAX) return 'tooLarge'
  return type.startsWith('image/') || isHeic({ type, name }) ? null : 'noPicture'
}

function isHeic({ type, name = '' }: { readonly type: string; readonly name?: string }): boolean {
  return /^image\/hei[cf]/u.test(type) || /\.hei[cf]$/iu.test(name)
}

/** A picture as the board takes it, made on this device: what else its file told, of the place or the camera, stays here. */
export async function shrinkImage(file: Blob & { readonly name?: string }): Promise<ShrunkImage | Unfit> {
  const unfit = unfitByName(file)
  if (unfit !== null) return unfit
  const bitmap = await createImageBitmap(file).catch(() => null)
  if (bitmap === null) return isHeic(file) ? 'heic' : 'broken'
  const whole = Math.max(bitmap.width, bitmap.height)
  try {
    for (let side = Math.min(SIDE_MAX, whole); side >= Math.min(SIDE_MIN, whole); side *= SMALLER) {
      const drawn = draw(bitmap, side / whole)
      for (const quality of QUALITIES) {
        const image = await packed(drawn, quality)
        if (image !== null && image.size <= IMAGE_BYTES_MAX) return { image, w: drawn.width, h: drawn.height }
      }
    }
    return 'tooLarge'
  } finally {
    bitmap.close()
  }
}

function draw(bitmap: ImageBitmap, scale: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(bitmap.width * scale))
  canvas.height = Math.max(1, Math.round(bitmap.height * scale))
  const ctx = canvas.getContext('2d')
  if (ctx) {
    ctx.imageSmoothingQuality = 'high'
    ctx.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  }
  return canvas
}

/** A browser that can't write WebP answers with a PNG, which photographs are too large for. */
async function packed(canvas: HTMLCanvasElement, quality: number): Promise<Blob | null> {
  const webp = await blobOf(canvas, 'image/webp', quality)
  return webp?.type === 'image/webp' ? webp : blobOf(canvas, 'image/jpeg', quality)
}

function blobOf(canvas: HTMLCanvasElement, type: string, quality: number): Promise<Blob | null> {
  return new Promise((resolve) => canvas.toBlob(resolve, type, quality))
}
