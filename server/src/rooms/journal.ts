import type { BoardId, SeatId } from '@momentous/shared/domain/id'
import type { Entry, Storage } from '../storage/storage.ts'

/** Something that happens to a board: what must be on the disk before anybody hears of it. */
export interface Step {
  readonly entries: readonly Entry[]
  /** Whose change it is, if it is a person's own. */
  readonly by?: SeatId
  /** Runs once everything up to and with `entries` is on the disk. */
  done(): void
  /** Runs instead when they couldn't be kept; the board has been read again by then, and steps come in their order. */
  again(): void
}

/** The order in which a room's changes go to the disk and then out of the room. */
export interface Journal {
  push(step: Step): void
  /** Resolves when nothing waits any more, kept or not. */
  settled(): Promise<void>
  isIdle(): boolean
  /** Is a change of this seat on its way to the disk? */
  hasOf(seat: SeatId): boolean
}

export interface JournalListener {
  /** Resolves when it is time to commit. */
  gathered(): Promise<void>
  /** A batch is about to be told, and was told: what it sends may leave as one write. */
  telling(tell: () => void): void
  kept(head: number): void
  /** Nothing of these steps is on the disk, nor of anything pushed before this returns. */
  failed(error: unknown, lost: readonly Step[]): void
  /** A step's `done` threw; the others go on. */
  stumbled(error: unknown): void
}

/** Commits what arrived while the last commit ran as one batch. Steps without entries only wait for those before them. */
export function journal(storage: Storage, board: BoardId, listener: JournalListener): Journal {
  return new OneJournal(storage, board, listener)
}

class OneJournal implements Journal {
  readonly #storage: Storage
  readonly #board: BoardId
  readonly #listener: JournalListener
  #waiting: Step[] = []
  #committing: readonly Step[] = []
  #running: Promise<void> | null = null

  constructor(storage: Storage, board: BoardId, listener: JournalListener) {
    this.#storage = storage
    this.#board = board
    this.#listener = listener
  }

  push(step: Step): void {
    this.#waiting.push(step)
    this.#running ??= this.#drain()
  }

  async settled(): Promise<void> {
    while (this.#running !== null) await this.#running
  }

  isIdle(): boolean {
    return this.#running === null
  }

  hasOf(seat: SeatId): boolean {
    return [this.#committing, this.#waiting].some((steps) => steps.some(({ by }) => by === seat))
  }

  async #drain(): Promise<void> {
    const listener = this.#listener
    // The rest of this turn joins the first batch.
    await Promise.resolve()
    while (this.#waiting.length > 0) {
      if (this.#waiting.some((step) => step.entries.length > 0)) await listener.gathered()
      const batch = this.#waiting
      this.#waiting = []
      this.#committing = batch
      const entries = batch.flatMap((step) => step.entries)
      try {
        if (entries.length > 0) listener.kept(await this.#storage.commit(this.#board, entries))
      } catch (error) {
        this.#committing = []
        const lost = [...batch, ...this.#waiting]
        this.#waiting = []
        listener.failed(error, lost)
        continue
      }
      this.#committing = []
      listener.telling(() => {
        for (const step of batch) this.#tryDone(step)
      })
    }
    this.#running = null
  }

  #tryDone(step: Step): void {
    try {
      step.done()
    } catch (error) {
      this.#listener.stumbled(error)
    }
  }
}
