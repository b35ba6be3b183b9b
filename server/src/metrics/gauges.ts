import type { Load } from '../http/room-service.ts'
import { exposed, type Family } from './exposition.ts'
import type { LoopState } from './loop-watch.ts'
import type { Named } from './metrics.ts'

/** What is as it is at the moment of asking. */
export function gauges(load: Load, loop: LoopState): readonly Family[] {
  const { rss, heapUsed, external } = process.memoryUsage()
  const { user, system } = process.cpuUsage()
  const rows: readonly (readonly [...Named, number])[] = [
    ['momentous_rooms', 'Boards that are open', load.rooms],
    ['momentous_documents', 'Boards whose document is in memory', load.documents],
    ['momentous_peers', 'Sockets on all boards', load.peers],
    ['momentous_journal_waiting', 'Boards with changes on their way to the disk', load.journals],
    ['momentous_held_frames', 'Frames that wait until the disk or a document can take them', load.held],
    ['momentous_turn_waiting', 'Frames that wait for their board’s turn', load.turns],
    ['momentous_line_backlog_bytes', 'Bytes that readers haven’t taken yet', load.backlog],
    ['momentous_line_backlog_most_bytes', 'The same of the slowest reader', load.slowest],
    ['momentous_unwritable_rooms', 'Boards that can’t be saved at the moment', load.unwritable],
    [
      'momentous_event_loop_delay_median_seconds',
      'Delay of the event loop in the last ten seconds, median',
      loop.median,
    ],
    [
      'momentous_event_loop_delay_p99_seconds',
      'Delay of the event loop in the last ten seconds, 99th percentile',
      loop.p99,
    ],
    ['momentous_event_loop_delay_max_seconds', 'Delay of the event loop in the last ten seconds, longest', loop.most],
    ['momentous_event_loop_share', 'Share of its time that the event loop worked', loop.share],
    ['process_resident_memory_bytes', 'Resident memory', rss],
    ['process_heap_used_bytes', 'Memory of objects', heapUsed],
    ['process_external_memory_bytes', 'Memory of buffers and the like', external],
    ['process_uptime_seconds', 'Time since the start', process.uptime()],
  ]
  const sums: readonly (readonly [...Named, number])[] = [
    ['momentous_received_bytes_total', 'Bytes that came in by sockets', load.received],
    ['momentous_sent_bytes_total', 'Bytes that went out by sockets', load.sent],
    ['process_cpu_seconds_total', 'Processor time of all threads', (user + system) / 1e6],
  ]
  return [
    ...rows.map(([name, help, value]) => exposed([name, help], 'gauge', [{ value }])),
    ...sums.map(([name, help, value]) => exposed([name, help], 'counter', [{ value }])),
  ]
}
