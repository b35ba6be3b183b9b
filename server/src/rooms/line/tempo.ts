import { performance, type EventLoopUtilization } from 'node:perf_hooks'

/** How long frames are collected: not at all while little is told, and longer the more it is or the busier the server. */
export interface Tempo {
  /** In milliseconds. */
  pause(): number
  /** A change goes to so many sockets. */
  told(sockets: number): void
}

/** Nothing is ever collected. */
export const atOnce: Tempo = { pause: () => 0, told: () => undefined }

/** What counts is the last time of this length, in milliseconds. */
const LOOK = 250
/** More than this adds nothing that anybody could feel on top of what the line takes; in milliseconds. */
const LONGEST = 20
/**
 * Changes a second times the sockets that get each. One write takes some 10 microseconds, so a room of 25 at work needs no
 * collecting, while one of 50 costs less than half with it. Counted before anything is
 * collected, so that the pause doesn't follow itself.
 */
const demand = { quiet: 1_500, busy: 3_000 }
/** The event loop's share of work: also what nobody is told takes time. */
const work = { quiet: 0.3, busy: 0.8 }

/** Milliseconds for so many tellings a second and such a share of work. */
export function pauseFor(tellings: number, share: number): number {
  return Math.round(LONGEST * Math.max(rise(tellings, demand), rise(share, work)))
}

function rise(value: number, { quiet, busy }: { readonly quiet: number; readonly busy: number }): number {
  return Math.min(1, Math.max(0, (value - quiet) / (busy - quiet)))
}

/** Follows this process. */
export function followLoop(): Tempo {
  let from: EventLoopUtilization = performance.eventLoopUtilization()
  let at = performance.now()
  let tellings = 0
  let pause = 0
  return {
    told(sockets) {
      tellings += sockets
    },
    pause() {
      const now = performance.now()
      if (now - at < LOOK) return pause
      const to = performance.eventLoopUtilization()
      pause = pauseFor((tellings * 1000) / (now - at), performance.eventLoopUtilization(to, from).utilization)
      from = to
      at = now
      tellings = 0
      return pause
    },
  }
}
