import { realAfter, type After } from '../../alarm.ts'
import { limits } from '../limits.ts'
import type { Share } from './share.ts'

/** The frames of one socket that wait for their board's turn. */
export interface Lane {
  /** Reads the frame now, or once it is this lane's turn. True when it has to wait. */
  enter(bytes: number, read: () => void): boolean
  /** Forgets what waits. */
  leave(): void
}

/**
 * Reads so many frames of a board in one turn of the event loop, then lets the others' sockets be heard; and nothing for a
 * while of a board that has taken more than its share. Within a board those who wait are read in turns, each with all their
 * sockets, so who floods waits in their own lane.
 */
export interface Turnstile {
  /** `who` sits at this socket; `drained` is called when nothing of the lane waits any more. */
  lane(board: Share, who: string, drained: () => void): Lane
  /** Frames that wait, over all boards. */
  waiting(): number
}

interface Waiting {
  readonly bytes: number
  readonly read: () => void
}

interface Queue {
  readonly who: string
  readonly frames: Waiting[]
  readonly drained: () => void
}

interface Gate {
  readonly board: Share
  frames: number
  bytes: number
  time: number
  /** Nothing of it is read before this moment. */
  rests: number
  /** Who waits, and with which sockets. */
  readonly senders: Map<string, Set<Queue>>
  /** A large frame comes next, and the board has had many of them. */
  readonly stalled: Set<Queue>
}

/** `soon` runs something in the next turn of the event loop, after the sockets were heard. */
export function createTurnstile(soon: (work: () => void) => void = setImmediate, later: After = realAfter): Turnstile {
  return new AllGates(soon, later)
}

class AllGates implements Turnstile {
  readonly #soon: (work: () => void) => void
  readonly #later: After
  readonly #gates = new Map<Share, Gate>()
  #scheduled = false

  constructor(soon: (work: () => void) => void, later: After) {
    this.#soon = soon
    this.#later = later
  }

  lane(board: Share, who: string, drained: () => void): Lane {
    const queue: Queue = { who, frames: [], drained }
    return {
      enter: (bytes, read) => this.#enter(board, queue, { bytes, read }),
      leave: () => {
        queue.frames.length = 0
        const gate = this.#gates.get(board)
        if (gate !== undefined) forget(gate, queue)
      },
    }
  }

  waiting(): number {
    const queues = [...this.#gates.values()].flatMap((gate) => queuesOf(gate))
    return queues.reduce((sum, { frames }) => sum + frames.length, 0)
  }

  #enter(board: Share, queue: Queue, frame: Waiting): boolean {
    const gate = this.#gateOf(board)
    if (!isResting(gate)) this.#schedule()
    if (queue.frames.length === 0 && hasTurn(gate) && mayRead(gate, frame)) {
      this.#readNow(gate, frame)
      return false
    }
    if (queue.frames.push(frame) === 1) wait(gate, queue)
    return true
  }

  #gateOf(board: Share): Gate {
    const known = this.#gates.get(board)
    if (known !== undefined) return known
    const gate = newGate(board)
    this.#gates.set(board, gate)
    this.#restFor(gate, board.rest())
    return gate
  }

  #schedule(): void {
    if (this.#scheduled) return
    this.#scheduled = true
    this.#soon(() => this.#nextTurn())
  }

  #nextTurn(): void {
    this.#scheduled = false
    let goesOn = false
    for (const gate of [...this.#gates.values()]) {
      gate.frames = 0
      gate.bytes = 0
      gate.time = 0
      if (!isResting(gate)) this.#restFor(gate, gate.board.rest())
      unstall(gate)
      this.#readTurn(gate)
      if (isResting(gate)) continue
      if (gate.frames > 0 || gate.senders.size > 0) goesOn = true
      else if (gate.stalled.size === 0) this.#gates.delete(gate.board)
    }
    if (goesOn) this.#schedule()
  }

  #restFor(gate: Gate, pause: number): void {
    if (pause === 0) return
    gate.rests = Math.max(gate.rests, performance.now() + pause)
    this.#wakeAfter(pause)
  }

  #wakeAfter(pause: number): void {
    this.#later(Math.ceil(pause) + 1, () => this.#schedule())
  }

  #readNow(gate: Gate, { bytes, read }: Waiting): void {
    gate.frames++
    gate.bytes += bytes
    const began = performance.now()
    try {
      read()
    } finally {
      const took = performance.now() - began
      gate.time += took
      gate.board.spend(took)
      // A small one that took long was held up by something else.
      if (took > limits.turnTime && bytes >= limits.heavyFrame) {
        gate.board.spendAtOnce(took)
        this.#restFor(gate, Math.min(took * RESTS, RESTS_MOST))
      }
    }
  }

  /** One frame of each sender after the other, as long as the board has its turn. */
  #readTurn(gate: Gate): void {
    while (hasTurn(gate)) {
      const queue = next(gate)
      const frame = queue?.frames[0]
      if (queue === null || frame === undefined) return
      if (mayRead(gate, frame)) {
        queue.frames.shift()
        if (queue.frames.length > 0) wait(gate, queue)
        this.#readNow(gate, frame)
        if (queue.frames.length === 0) queue.drained()
      } else {
        gate.stalled.add(queue)
        this.#wakeAfter(gate.board.restOfLarge())
      }
    }
  }
}

/** A frame that took long is followed by so many times that of nothing; by less where what took so long was the machine. */
const RESTS = 3
const RESTS_MOST = 300

function newGate(board: Share): Gate {
  return { board, frames: 0, bytes: 0, time: 0, rests: 0, senders: new Map(), stalled: new Set() }
}

const queuesOf = ({ senders, stalled }: Gate): readonly Queue[] => [
  ...[...senders.values()].flatMap((queues) => [...queues]),
  ...stalled,
]

/** Behind everybody else who waits, and behind the other sockets of the same sender. */
function wait({ senders }: Gate, queue: Queue): void {
  const own = senders.get(queue.who) ?? new Set()
  senders.set(queue.who, own.add(queue))
}

/** Whose turn it is; no longer waiting. */
function next({ senders }: Gate): Queue | null {
  for (const [who, queues] of senders) {
    senders.delete(who)
    for (const queue of queues) {
      queues.delete(queue)
      if (queues.size > 0) senders.set(who, queues)
      return queue
    }
  }
  return null
}

function forget({ senders, stalled }: Gate, queue: Queue): void {
  stalled.delete(queue)
  const own = senders.get(queue.who)
  own?.delete(queue)
  if (own?.size === 0) senders.delete(queue.who)
}

function unstall(gate: Gate): void {
  if (gate.stalled.size === 0 || gate.board.restOfLarge() > 0) return
  for (const queue of gate.stalled) wait(gate, queue)
  gate.stalled.clear()
}

function mayRead({ board }: Gate, { bytes }: Waiting): boolean {
  return bytes < limits.heavyFrame || board.restOfLarge() === 0
}

function hasTurn(gate: Gate): boolean {
  const { frames, bytes, time } = gate
  return frames < limits.turnFrames && bytes < limits.turnBytes && time < limits.turnTime && !isResting(gate)
}

function isResting({ rests }: Gate): boolean {
  return rests > 0 && performance.now() < rests
}
