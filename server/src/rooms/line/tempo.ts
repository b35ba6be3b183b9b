import { performance, type EventLoopUtilization } from 'node:perf_hooks'

/** How long frames are collected, in milliseconds: not at all while the server has time, and longer the busier it is. */
export type Tempo = () => number

/** The event loop's share of work over this time counts. */
const LOOK = 250
const QUIET = 0.08
const BUSY = 0.16
const LONGEST = 20

export function tempoOf(share: number): number {
  return Math.round(LONGEST * Math.min(1, Math.max(0, (share - QUIET) / (BUSY - QUIET))))
}

/** Follows the event loop of this process. */
export function followLoop(): Tempo {
  let from: EventLoopUtilization = performance.eventLoopUtilization()
  let at = performance.now()
  let tempo = 0
  return () => {
    const now = performance.now()
    if (now - at < LOOK) return tempo
    const to = performance.eventLoopUtilization()
    tempo = tempoOf(performance.eventLoopUtilization(to, from).utilization)
    from = to
    at = now
    return tempo
  }
}
