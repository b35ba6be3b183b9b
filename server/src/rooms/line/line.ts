import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import { piecesOf, withOwn, withShared, type Bundle } from './bundle.ts'
import type { Tick } from './tick.ts'

export interface PeerSocket {
  readonly socket: WebSocket
  /** The bare connection below it. */
  readonly line: Duplex
}

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

export function lineOf(parts: PeerSocket, tick: Tick): Line {
  return new OneLine(parts, tick)
}

/** There are thousands of them, so what they share lies in one place. */
class OneLine implements Line {
  readonly #parts: PeerSocket
  readonly #tick: Tick
  #bundle: Bundle | null = null

  constructor(parts: PeerSocket, tick: Tick) {
    this.#parts = parts
    this.#tick = tick
  }

  add(message: Buffer, shared: boolean): void {
    if (this.#bundle === null) this.#tick.add(() => this.write())
    const before = this.#bundle ?? this.#tick.beginning()
    this.#bundle = shared ? withShared(before, message) : withOwn(before, message)
  }

  waiting(): number {
    return this.#parts.line.writableLength + (this.#bundle?.size ?? 0)
  }

  write(): void {
    const { line } = this.#parts
    const full = this.#bundle
    this.#bundle = null
    if (full === null || !this.isOpen()) return
    const pieces = piecesOf(full)
    if (pieces.length > 1) line.cork()
    for (const piece of pieces) line.write(piece)
    if (pieces.length > 1) line.uncork()
  }

  forget(): void {
    this.#bundle = null
  }

  isOpen(): boolean {
    const { socket, line } = this.#parts
    return socket.readyState === socket.OPEN && line.writable
  }
}
