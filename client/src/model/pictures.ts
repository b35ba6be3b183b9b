import type { Brought } from './waiting-pictures.ts'
import { listeners } from '@momentous/shared/scene/listeners'

/** What an image of the board shows on this device: loaded, on its way, or nowhere to be had. */
export type Picture = ImageBitmap | 'loading' | 'missing'

/** The images of one board, each loaded when it is first looked at. */
export interface Pictures {
  get(hash: string): Picture
  /** Brings a new one to the board, in a size that the board takes; without a network it waits on this device. */
  bring(hash: string, image: Blob): Promise<Brought>
  /** Tells the person why a picture didn't come. */
  say(sentence: string): void
  /** Called with the hash of each that came, or turned out to be missing. */
  subscribe(listener: (hash: string) => void): () => void
}

export interface PicturesDesk extends Pick<Pictures, 'bring' | 'say'> {
  /** Null for an image that is not to be had. */
  load(hash: string): Promise<ImageBitmap | null>
  /** Tells of images that may be had now, where they were missing. */
  changes?(listener: (hash: string) => void): () => void
}

/** Bitmaps are large: beyond so many the one that was asked for first is loaded again when it is seen again. */
const KEPT_MAX = 60
/** What could not be had is asked for again after so long: somebody may be on the way back to a network. */
const AGAIN_MS = 10_000

export function createPictures({ load, bring, say, changes }: PicturesDesk): Pictures {
  const kept = new Map<string, Picture>()
  const changed = listeners<[string]>()

  const ask = async (hash: string) => {
    const came = await load(hash).catch(() => null)
    kept.set(hash, came ?? 'missing')
    changed.tell(hash)
    if (came !== null) return
    setTimeout(() => {
      kept.delete(hash)
      changed.tell(hash)
    }, AGAIN_MS)
  }
  changes?.((hash) => {
    if (kept.get(hash) !== 'missing') return
    kept.delete(hash)
    changed.tell(hash)
  })
  return {
    bring,
    say,
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
export const noPictures: Pictures = {
  get: () => 'missing',
  bring: () => Promise.resolve({ state: 'refused', reason: '' }),
  say: () => undefined,
  subscribe: () => () => undefined,
}
