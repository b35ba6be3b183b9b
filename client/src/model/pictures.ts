import { listeners } from './watched.ts'

/** What an image of the board shows on this device: loaded, on its way, or nowhere to be had. */
export type Picture = ImageBitmap | 'loading' | 'missing'

/** The images of one board, each loaded when it is first looked at. */
export interface Pictures {
  get(hash: string): Picture
  /** Called with the hash of each that came, or turned out to be missing. */
  subscribe(listener: (hash: string) => void): () => void
}

/** Bitmaps are large: beyond so many the one that was asked for first is loaded again when it is seen again. */
const KEPT_MAX = 60
/** What could not be had is asked for again after so long: somebody may be uploading it. */
const AGAIN_MS = 10_000

/** `load` answers null for an image that is not to be had. */
export function createPictures(load: (hash: string) => Promise<ImageBitmap | null>): Pictures {
  const kept = new Map<string, Picture>()
  const changed = listeners<[string]>()

  const ask = async (hash: string) => {
    const came = await load(hash).catch(() => null)
    kept.set(hash, came ?? 'missing')
    if (came === null) setTimeout(() => kept.get(hash) === 'missing' && kept.delete(hash), AGAIN_MS)
    changed.tell(hash)
  }
  return {
    get(hash) {
      const known = kept.get(hash)
      if (known !== undefined) return known
      const oldest = kept.size < KEPT_MAX ? undefined : [...kept.keys()].find((each) => kept.get(each) !== 'loading')
      if (oldest !== undefined) kept.delete(oldest)
      kept.set(hash, 'loading')
      void ask(hash)
      return 'loading'
    },
    subscribe: changed.add,
  }
}

/** On a wall without a server there are no images. */
export const noPictures: Pictures = { get: () => 'missing', subscribe: () => () => undefined }
