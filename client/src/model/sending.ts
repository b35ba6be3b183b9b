import { PACK_MAX, writePack } from '@momentous/shared/wire/pack'

type Line = Pick<WebSocket, 'send' | 'readyState'>

/** What is said within one animation frame goes as one message. */
export interface Sending {
  /** What waits for a line goes with it when it ends: what isn't saved is sent again on the next one. */
  add(line: Line, frame: Uint8Array<ArrayBuffer>): void
  /** Sends what waits. */
  close(): void
}

const FRAME_MS = 16
const OPEN = 1
/** A message stays well below what a server reads at once. */
const BYTES_MAX = 256 * 1024

/** The first word goes at once; a hidden page has no animation frames, so a timer keeps the time. */
export function createSending(now: () => number = () => performance.now()): Sending {
  let waiting: Uint8Array<ArrayBuffer>[] = []
  let to: Line | null = null
  let timer: ReturnType<typeof setTimeout> | null = null
  let sentAt = -Infinity

  function sendSome(): void {
    const some = waiting.splice(0, countOf(waiting))
    const [only] = some
    // It may have begun to end since the words were taken, and browsers complain of whoever goes on speaking.
    if (only !== undefined && to?.readyState === OPEN) to.send(some.length === 1 ? only : writePack(some))
  }

  function run(): void {
    timer = null
    sentAt = now()
    sendSome()
    if (waiting.length > 0) arm()
  }

  function arm(): void {
    timer ??= setTimeout(run, Math.max(0, Math.ceil(sentAt + FRAME_MS - now())))
  }

  return {
    add(line, frame) {
      if (to !== line) waiting = []
      to = line
      waiting.push(frame)
      arm()
    },
    close() {
      if (timer !== null) clearTimeout(timer)
      timer = null
      while (waiting.length > 0) sendSome()
    },
  }
}

/** How many of these fit into one message, at least one. */
function countOf(frames: readonly Uint8Array[]): number {
  let bytes = 0
  const over = frames.findIndex((frame, at) => at >= PACK_MAX || (at > 0 && (bytes += frame.length) > BYTES_MAX))
  return over === -1 ? frames.length : over
}
