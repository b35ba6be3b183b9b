import { setTimeout as wait } from 'node:timers/promises'
import type { Crowd } from './crowd.ts'
import { cpuBetween, cpuTime, machineTime } from './machine.ts'
import { latencyAt, type Kind } from './marks.ts'

export interface Latency {
  readonly p50: number
  readonly p99: number
  /** Of what was sent, how much the probes saw: cursors may be superseded by newer ones, edits never. */
  readonly share: number
}

/** What a window of steady load has shown. CPU is in cores, and in seconds per 100,000 deliveries. */
export interface Reading {
  readonly seconds: number
  readonly edit: Latency
  readonly cursor: Latency
  /** One edit or cursor at one other person, a second. */
  readonly delivered: number
  readonly server: number
  readonly generator: number
  /** What others on this machine used meanwhile: above a quarter of a core the figures say little. */
  readonly foreign: number
  readonly per100k: number
  /** The same over what was sent, superseded cursors included. */
  readonly per100kSent: number
  readonly megabytes: number
  readonly lag: number
}

/** What comes later than this after the window counts as lost. */
const GRACE = 400

export async function measure(crowd: Crowd, pid: number, roomSize: number, seconds: number): Promise<Reading> {
  const { marks, people, lags } = crowd
  const live = people.filter((person) => person.live)
  lags.length = 0
  const from = snapshot(crowd, pid)
  marks.open()
  await wait(seconds * 1000)
  marks.shut()
  const to = snapshot(crowd, pid)
  const lag = latencyAt(
    lags.toSorted((one, other) => one - other),
    0.99,
  )
  await wait(GRACE)
  const arrivals = marks.close()

  const probes = live.filter(({ isProbe }) => isProbe).length
  const sent = (kind: Kind) => to.sent[kind] - from.sent[kind]
  const latency = (kind: Kind): Latency => {
    const seen = arrivals[kind]
    const expected = Math.round((sent(kind) * probes * (roomSize - 1)) / live.length)
    // A newer cursor takes the place of an older one: only an edit can be late for ever.
    const within = kind === 'edit' ? expected : seen.length
    const at = (share: number) => latencyAt(seen, share, within)
    return { p50: at(0.5), p99: at(0.99), share: Math.min(1, seen.length / Math.max(1, expected)) }
  }
  const [edit, cursor] = [latency('edit'), latency('cursor')]
  const took = (to.at - from.at) / 1000
  const server = cpuBetween(from.server, to.server)
  const generator = to.generator - from.generator
  const all = (sent('edit') + sent('cursor')) * (roomSize - 1)
  const delivered = (sent('edit') * edit.share + sent('cursor') * cursor.share) * (roomSize - 1)
  return {
    seconds: took,
    edit,
    cursor,
    delivered: delivered / took,
    server: server / took,
    generator: generator / took,
    foreign: Math.max(0, to.machine - from.machine - server - generator) / took,
    per100k: (server / delivered) * 1e5,
    per100kSent: (server / all) * 1e5,
    megabytes: (to.bytes - from.bytes) / took / 1e6,
    lag,
  }
}

function snapshot({ people, marks }: Crowd, pid: number) {
  const { user, system } = process.cpuUsage()
  return {
    at: performance.now(),
    server: cpuTime(pid),
    generator: (user + system) / 1e6,
    machine: machineTime(),
    bytes: people.reduce((sum, { line }) => sum + line.bytes(), 0),
    sent: { edit: marks.sent('edit'), cursor: marks.sent('cursor') },
  }
}
