import { setTimeout as wait } from 'node:timers/promises'
import { question } from '../support/raw-frames.ts'
import { flows, type Flow, type FloodKind } from './flood-kinds.ts'
import { rawLine, type RawLine } from './raw-line.ts'
import { protocolsFor } from './speech.ts'

/** A flood, in a process of its own: whoever measures isn't held up by it. */
export interface FloodWishes {
  readonly kind: FloodKind
  readonly url: string
  readonly from: string
  /** One socket each. */
  readonly tokens: readonly string[]
}

/** What became of it. */
export interface FloodReport {
  readonly frames: number
  readonly megabytes: number
  readonly sockets: number
  /** How often sockets were closed, by the reason. */
  readonly closed: Readonly<Record<string, number>>
}

/** As much as may wait in a socket: it always has something to send. */
const AHEAD = 256 * 1024
/** Frames of one socket before the next one's. */
const ROUND = 20

const { kind, url, from, tokens }: FloodWishes = JSON.parse(process.argv[2] ?? '')
const report = { frames: 0, bytes: 0, sockets: 0, closed: {} as Record<string, number> }
const open = new Map<RawLine, Flow>()
let stopped = false

function enter(token: string): void {
  if (stopped) return
  report.sockets++
  rawLine({
    url: new URL(url),
    protocols: protocolsFor('ours', token),
    from,
    opened(line) {
      // Whoever has asked for the board is told everything from then on.
      if (kind !== 'sockets') line.send(question())
      open.set(line, flows[kind]())
    },
    closed(why) {
      report.closed[why] = (report.closed[why] ?? 0) + 1
      for (const line of open.keys()) if (!line.isOpen()) open.delete(line)
      setImmediate(enter, token)
    },
  })
}

function pour(line: RawLine, flow: Flow): void {
  for (let left = ROUND; left > 0 && line.isOpen() && line.waits() < AHEAD; left--) {
    const frame = flow()
    if (frame === null) return line.close()
    line.send(frame)
    report.frames++
    report.bytes += frame.length
  }
}

process.once('SIGTERM', () => {
  stopped = true
  const { frames, bytes, sockets, closed } = report
  const said: FloodReport = { frames, megabytes: bytes / 1e6, sockets, closed }
  process.stdout.write(JSON.stringify(said), () => process.exit(0))
})

for (const token of tokens) enter(token)
while (!stopped) {
  for (const [line, flow] of open) pour(line, flow)
  // The answers are read in between.
  await wait(1)
}
