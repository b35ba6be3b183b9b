/** What is counted. The names are the operator's; nothing here may name a board, a person or a link. */
export const counters = {
  messages: ['momentous_messages_total', 'Messages that were read from sockets'],
  notKept: ['momentous_changes_not_kept_total', 'Changes that the disk did not take; they are tried again'],
  refusedSockets: ['momentous_refused_sockets_total', 'Sockets that were told to go before they were in'],
  webhooksTaken: ['momentous_webhooks_taken_total', 'Deliveries that the other side took'],
  webhooksFailed: ['momentous_webhooks_failed_total', 'Tries to deliver that failed; most are tried again'],
  busy: ['momentous_busy_total', 'Requests that were told to come again, because as many as can be were under way'],
} as const satisfies Record<string, Named>
export type CounterName = keyof typeof counters

/** What takes time. */
export const timings = {
  tick: ['momentous_tick_seconds', 'Time that one tick took to write to all sockets'],
  commit: ['momentous_commit_seconds', 'Time from handing a change to the storage until it is on the disk'],
  disk: ['momentous_disk_seconds', 'Time of one write to the disk, with all changes of all boards that go with it'],
  read: ['momentous_read_seconds', 'Time that the storage took to read a board'],
  snapshot: ['momentous_snapshot_seconds', 'Time that a snapshot took, off the event loop'],
  wake: ['momentous_wake_seconds', 'Time until a sleeping document was built'],
} as const satisfies Record<string, Named>
export type TimingName = keyof typeof timings

export type Named = readonly [name: string, help: string]

/** Where the parts of the server say what they do. Costs less than a microsecond a call. */
export interface Metrics {
  add(counter: CounterName, by: number): void
  /** By the id of a rule; whatever else is counted as `other`, so that there are never more rows than rules. */
  refused(rule: string): void
  took(timing: TimingName, milliseconds: number): void
}

/** For whoever has nobody to tell. */
export const noMetrics: Metrics = { add: () => undefined, refused: () => undefined, took: () => undefined }
