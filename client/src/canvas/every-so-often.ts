import type { Bench } from '../tools/bench.ts'

/** Neither a screen reader nor somebody who is lost needs more: all is compared at most this often, whatever the room does. */
const PAUSE_MS = 400

/** Calls now and after changes, with a pause between two calls. */
export function everySoOften({ scene }: Pick<Bench, 'scene'>, call: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const leave = scene.subscribe(() => {
    timer ??= setTimeout(() => {
      timer = undefined
      call()
    }, PAUSE_MS)
  })
  call()
  return () => {
    leave()
    clearTimeout(timer)
  }
}
