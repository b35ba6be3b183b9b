import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'

/** Seconds that a process has had on a core: by thread to the nanosecond, and as a whole to the hundredth. */
export interface CpuTime {
  readonly threads: number
  readonly whole: number
}

/** The kernel counts in hundredths of a second. */
const TICKS = 100

const NONE: CpuTime = { threads: Number.NaN, whole: Number.NaN }

/** What a process has used so far, all its threads together; not a number where the system doesn't tell. */
export function cpuTime(pid: number): CpuTime {
  try {
    const nanoseconds = readdirSync(`/proc/${pid}/task`).map((thread) => threadTime(pid, thread))
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const [user = 0, system = 0] = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13)
      .map(Number)
    return { threads: nanoseconds.reduce((sum, each) => sum + each, 0) / 1e9, whole: (user + system) / TICKS }
  } catch {
    return NONE
  }
}

function threadTime(pid: number, thread: string): number {
  try {
    return Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0])
  } catch {
    // It ended between the listing and the look.
    return 0
  }
}

/** The finer figure, unless a thread that ended in between took its part with it. */
export function cpuBetween(from: CpuTime, to: CpuTime): number {
  const [threads, whole] = [to.threads - from.threads, to.whole - from.whole]
  return whole - threads > 5 / TICKS ? whole : threads
}

/** Busy seconds of the whole machine so far. */
export function machineTime(): number {
  try {
    const fields = (readFileSync('/proc/stat', 'utf8').split('\n')[0] ?? '').split(/\s+/).slice(1, 9).map(Number)
    const idle = (fields[3] ?? 0) + (fields[4] ?? 0)
    return (fields.reduce((sum, each) => sum + each, 0) - idle) / TICKS
  } catch {
    return Number.NaN
  }
}

/** Resident memory of a process in kilobytes. */
export function residentMemory(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
  } catch {
    return Number.NaN
  }
}

/** Can processes be given a core each here? */
export function canPin(): boolean {
  return availableParallelism() >= 2 && spawnSync('taskset', ['--version']).status === 0
}

/** Keeps this process, with all its threads, on one core. */
export function pinSelf(core: number): void {
  spawnSync('taskset', ['-a', '-p', '-c', String(core), String(process.pid)])
}
