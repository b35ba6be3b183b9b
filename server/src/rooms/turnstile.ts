import { limits } from './limits.ts'

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
  readonly queues: Set<Queue>
}

export function createTurnstile<Room>(soon: (work: () => void) => void = setImmediate): Turnstile<Room> {
  const gates = new Map<Room, Gate>()
  let scheduled = false

  function gateOf(room: Room): Gate {
    const gate = gates.get(room) ?? { frames: 0, bytes: 0, time: 0, queues: new Set() }
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
      readTurn(gate)
      if (gate.frames === 0) gates.delete(room)
    }
    if (gates.size > 0) schedule()
  }

  return {
    lane: (room, drained) => laneTo(() => gateOf(room), drained),
    waiting: () =>
      [...gates.values()].flatMap(({ queues }) => [...queues]).reduce((sum, { frames }) => sum + frames.length, 0),
  }
}

function laneTo(gateHere: () => Gate, drained: () => void): Lane {
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
function readTurn(gate: Gate): void {
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

function hasTurn({ frames, bytes, time }: Gate): boolean {
  return frames < limits.turnFrames && bytes < limits.turnBytes && time < limits.turnTime
}

function readNow(gate: Gate, { bytes, read }: Waiting): void {
  gate.frames++
  gate.bytes += bytes
  const began = performance.now()
  try {
    read()
  } finally {
    gate.time += performance.now() - began
  }
}
