import { monitorEventLoopDelay, performance } from 'node:perf_hooks'

/** How the event loop has been lately. Delays are in seconds beyond the moment at which it should have come round. */
export interface LoopState {
  readonly median: number
  readonly p99: number
  readonly most: number
  /** The share of its time that it worked. */
  readonly share: number
}

export interface LoopWatch {
  state(): LoopState
  stop(): void
}

const RESOLUTION = 10
/** Looked at anew after so many milliseconds, so that what is told is of now and not of the whole day. */
const WINDOW = 10_000

export function watchLoop(): LoopWatch {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION })
  delay.enable()
  let from = performance.eventLoopUtilization()
  let last: LoopState | null = null
  const late = (nanoseconds: number): number => Math.max(0, nanoseconds / 1e9 - RESOLUTION / 1000)
  const look = (): LoopState => ({
    median: late(delay.percentile(50)),
    p99: late(delay.percentile(99)),
    most: late(delay.max),
    share: performance.eventLoopUtilization(from).utilization,
  })
  const timer = setInterval(() => {
    last = look()
    delay.reset()
    from = performance.eventLoopUtilization()
  }, WINDOW).unref()
  return {
    state: () => last ?? look(),
    stop() {
      clearInterval(timer)
      delay.disable()
    },
  }
}
