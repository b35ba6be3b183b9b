import { realAfter, type After } from '../../alarm.ts'
import { limits } from '../limits.ts'

/** The frames of one socket that wait for their room's turn. */
export interface Lane {
  /** Reads the frame now, or once it is this lane's turn. True when it has to wait. */
  enter(bytes: number, read: () => void): boolean
  /** Forgets what waits. */
  leave(): void
}

/**
 * Reads so many frames of a board in one turn of the event loop, then lets the others' sockets be heard. Within a board the
 * sockets that wait are read in turns, so who floods waits in its own lane.
 */
export interface Turnstile<Room> {
  /** `drained` is called when nothing of the lane waits any more. */
  lane(room: Room, drained: () => void): Lane
  /** Frames that wait, over all boards. */
  waiting(): number
}

interface Waiting {
  readonly bytes: number
  readonly read: () => void
}

interface Queue {
  readonly frames: Waiting[]
  readonly drained: () => void
}

interface Gate {
  frames: number
  bytes: number
  time: number
  /** Nothing of it is read before this moment: a frame of it took long. */
  rests: number
  readonly queues: Set<Queue>
}

/** `soon` runs something in the next turn of the event loop, after the sockets were heard. */
export function createTurnstile<Room>(
  soon: (work: () => void) => void = setImmediate,
  later: After = realAfter,
): Turnstile<Room> {
  const gates = new Map<Room, Gate>()
  let scheduled = false

  function gateOf(room: Room): Gate {
    const gate = gates.get(room) ?? { frames: 0, bytes: 0, time: 0, rests: 0, queues: new Set() }
    gates.set(room, gate)
    schedule()
    return gate
  }

  function schedule(): void {
    if (scheduled) return
    scheduled = true
    soon(nextTurn)
  }

  function nextTurn(): void {
    scheduled = false
    for (const [room, gate] of [...gates]) {
      gate.frames = 0
      gate.bytes = 0
      gate.time = 0
      readTurn(gate, readNow)
      if (gate.frames === 0 && !isResting(gate)) gates.delete(room)
    }
    if ([...gates.values()].some((gate) => !isResting(gate))) schedule()
  }

  /** What takes long is let through for a part of the time only: between two such frames the others are at home. */
  function readNow(gate: Gate, { bytes, read }: Waiting): void {
    gate.frames++
    gate.bytes += bytes
    const began = performance.now()
    try {
      read()
    } finally {
      const took = performance.now() - began
      gate.time += took
      // A small one that took long was held up by something else.
      if (took > limits.turnTime && bytes >= limits.heavyFrame) {
        gate.rests = performance.now() + took * RESTS
        later(Math.ceil(took * RESTS) + 1, schedule)
      }
    }
  }

  return {
    lane: (room, drained) => laneTo(() => gateOf(room), readNow, drained),
    waiting: () =>
      [...gates.values()].flatMap(({ queues }) => [...queues]).reduce((sum, { frames }) => sum + frames.length, 0),
  }
}

/** A frame that took long is followed by so many times that of nothing. */
const RESTS = 3

type ReadNow = (gate: Gate, frame: Waiting) => void

function laneTo(gateHere: () => Gate, readNow: ReadNow, drained: () => void): Lane {
  const queue: Queue = { frames: [], drained }
  return {
    enter(bytes, read) {
      const gate = gateHere()
      if (queue.frames.length === 0 && hasTurn(gate)) {
        readNow(gate, { bytes, read })
        return false
      }
      queue.frames.push({ bytes, read })
      gate.queues.add(queue)
      return true
    },
    leave() {
      queue.frames.length = 0
      gateHere().queues.delete(queue)
    },
  }
}

/** One frame of each socket after the other, as long as the board has its turn. */
function readTurn(gate: Gate, readNow: ReadNow): void {
  while (hasTurn(gate)) {
    const [queue] = gate.queues
    const next = queue?.frames.shift()
    if (queue === undefined || next === undefined) return
    gate.queues.delete(queue)
    if (queue.frames.length > 0) gate.queues.add(queue)
    readNow(gate, next)
    if (queue.frames.length === 0) queue.drained()
  }
}

function hasTurn(gate: Gate): boolean {
  const { frames, bytes, time } = gate
  return frames < limits.turnFrames && bytes < limits.turnBytes && time < limits.turnTime && !isResting(gate)
}

function isResting({ rests }: Gate): boolean {
  return rests > 0 && performance.now() < rests
}
