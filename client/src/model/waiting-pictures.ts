import { imageWords } from '../words/shape-tools.ts'
import type { KeptPictures } from './kept-pictures.ts'

/** What became of a picture that was brought. */
export type Brought =
  | { readonly state: 'there' }
  /** It goes up when there is a network again. */
  | { readonly state: 'waits' }
  | { readonly state: 'refused'; readonly reason: string }

export interface WaitingDesk {
  readonly kept: KeptPictures
  /** Null once it is on the board, else why it isn't; an empty reason where nobody could be asked. */
  send(hash: string, image: Blob): Promise<string | null>
  say(sentence: string): void
  /** Called when there may be a network again; returns the way to stop. */
  onReturn(listener: () => void): () => void
  /** There is something new to show of this one. */
  changed(hash: string): void
}

/** Pictures on their way to a board: what can't go now waits on this device, and goes as soon as it can. */
export interface WaitingPictures {
  /** What waits here is shown from here. */
  own(hash: string): Blob | undefined
  bring(hash: string, image: Blob): Promise<Brought>
  close(): void
}

/** Nobody tells of every return of a network. */
const AGAIN_MS = 20_000

export function createWaitingPictures(desk: WaitingDesk): WaitingPictures {
  const waiting = new Map<string, Blob>()
  let going = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const leave = (hash: string) => {
    waiting.delete(hash)
    void desk.kept.remove(hash)
  }
  const goAll = async () => {
    clearTimeout(timer)
    if (going) return
    going = true
    const went = await sendEach(waiting, desk, leave)
    going = false
    if (went > 0) desk.say(imageWords.wentUp(went))
    if (waiting.size > 0) timer = setTimeout(() => void goAll(), AGAIN_MS)
  }
  const stop = desk.onReturn(() => void goAll())
  void desk.kept.all().then((kept) => {
    for (const { hash, image } of kept) {
      if (!waiting.has(hash)) waiting.set(hash, image)
      desk.changed(hash)
    }
    if (kept.length > 0) void goAll()
  })

  return {
    own: (hash) => waiting.get(hash),
    async bring(hash, image) {
      const refusal = await desk.send(hash, image)
      if (refusal === null) return { state: 'there' }
      if (refusal !== '') return { state: 'refused', reason: refusal }
      waiting.set(hash, image)
      await desk.kept.put({ hash, image })
      timer ??= setTimeout(() => void goAll(), AGAIN_MS)
      return { state: 'waits' }
    },
    close() {
      clearTimeout(timer)
      stop()
    },
  }
}

/** Sends one after the other until nobody can be asked; answers how many went up. */
async function sendEach(
  waiting: ReadonlyMap<string, Blob>,
  { send, say, changed }: WaitingDesk,
  leave: (hash: string) => void,
): Promise<number> {
  let went = 0
  for (const [hash, image] of Array.from(waiting)) {
    const refusal = await send(hash, image)
    if (refusal === '') return went
    leave(hash)
    changed(hash)
    if (refusal === null) went++
    else say(imageWords.refusedLater(refusal))
  }
  return went
}
