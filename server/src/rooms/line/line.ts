import { piecesOf, withOwn, withShared, type Bundle } from './bundle.ts'
import type { PeerSocket } from './peer.ts'
import type { Tick } from './tick.ts'

/**
 * Writes whole messages to the bare connection, one write a tick. They can't run into those of `ws`: it writes each of its
 * own in one go (pongs and the closing frame; deflate is off), and after the closing frame nothing is written here.
 */
export interface Line {
  /** `shared`: the same message goes to others too. */
  add(message: Buffer, shared: boolean): void
  /** Bytes that haven't left yet. */
  waiting(): number
  /** Writes at once what waits for the tick. */
  write(): void
  /** Drops what waits for the tick. */
  forget(): void
  isOpen(): boolean
}

export function lineOf({ socket, line }: PeerSocket, tick: Tick): Line {
  let bundle: Bundle | null = null
  const isOpen = (): boolean => socket.readyState === socket.OPEN && line.writable

  function write(): void {
    const full = bundle
    bundle = null
    if (full === null || !isOpen()) return
    const pieces = piecesOf(full)
    if (pieces.length > 1) line.cork()
    for (const piece of pieces) line.write(piece)
    if (pieces.length > 1) line.uncork()
  }

  return {
    add(message, shared) {
      if (bundle === null) tick.add(write)
      const before = bundle ?? tick.beginning()
      bundle = shared ? withShared(before, message) : withOwn(before, message)
    },
    waiting: () => line.writableLength + (bundle?.size ?? 0),
    write,
    forget() {
      bundle = null
    },
    isOpen,
  }
}
