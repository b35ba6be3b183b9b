import type { BoardId } from '@momentous/shared/domain/id'
import { keptPictures } from '../../client/src/model/kept-pictures.ts'
import { createPictures } from '../../client/src/model/pictures.ts'
import { createWaitingPictures } from '../../client/src/model/waiting-pictures.ts'

/** A shelf of images that a test takes out of reach and puts back. */
export function fixturePictures(say: (sentence: string) => void) {
  const sent = new Map<string, Blob>()
  const listeners = new Set<() => void>()
  let up = localStorage.getItem('offline') === null
  const waiting = createWaitingPictures({
    kept: keptPictures('board-of-tests' as BoardId),
    say,
    changed: () => undefined,
    onReturn(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    async send(hash, image) {
      if (!up) return ''
      sent.set(hash, image)
      return null
    },
  })
  const pictures = createPictures({
    say,
    bring: waiting.bring,
    async load(hash) {
      const image = waiting.own(hash) ?? sent.get(hash)
      return image === undefined ? null : createImageBitmap(image)
    },
  })
  return {
    pictures,
    sent: () => [...sent.keys()],
    /** Lasts across a reload. */
    network(on: boolean) {
      up = on
      if (on) localStorage.removeItem('offline')
      else localStorage.setItem('offline', 'yes')
      if (on) listeners.forEach((listener) => listener())
    },
  }
}
