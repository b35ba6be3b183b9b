/** What an engine tells whoever runs the server while it works: figures and faults, never a text or a sender. */
export interface StorageListener {
  /** A batch of commits was kept or refused: how long that took, and how many there were. */
  batch(facts: BatchFacts): void
  /** A part of the engine ended by itself; the next one starts after `pause` milliseconds at the earliest. */
  ended(part: string, detail: string, pause: number): void
  /** Something beside the commits went wrong and will be tried again. */
  troubled(what: string, error: unknown): void
}

export interface BatchFacts {
  readonly milliseconds: number
  readonly commits: number
  /** How many of them were not kept. */
  readonly failed: number
}

interface Log {
  warn(facts: object, sentence: string): void
  error(facts: object, sentence: string): void
}

/** Writes what goes wrong into the log, and hands the figures on. */
export function loggingListener(log: Log, batch: (facts: BatchFacts) => void = () => undefined): StorageListener {
  return {
    batch,
    ended: (part, detail, pause) =>
      log.error({ part, detail, pause }, 'a part of the storage has ended and starts again'),
    troubled: (what, error) => log.warn({ err: error }, what),
  }
}

export const silentListener: StorageListener = {
  batch: () => undefined,
  ended: () => undefined,
  troubled: () => undefined,
}
