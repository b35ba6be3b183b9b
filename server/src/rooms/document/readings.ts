import type { BoardId } from '@momentous/shared/domain/id'
import { StorageFault } from '../../storage/storage-fault.ts'
import type { Storage, StoredContent } from '../../storage/storage.ts'
import type { After } from '../../alarm.ts'
import { splice, type Spliced } from './splice.ts'
import { documentFrame } from './sync.ts'

/** One look at a board's stored bytes. Whoever needs them while it is under way shares it. */
export interface Reading {
  readonly content: Promise<StoredContent>
  /**
   * Resolves when `welcome` may be asked: at once, unless joining a large board or a long log has just taken its time. The
   * others are at home in between, and who comes meanwhile is answered together.
   */
  turn(): Promise<void>
  /**
   * What a newcomer gets, in one frame: the content, and what was told since it was read. Made once for all who come
   * between two updates. Throws `damaged-board`.
   */
  welcome(content: StoredContent): Welcome
  /** The board was read again since; whoever waits for this one has to do the same. */
  isStale(): boolean
  /** To be called by everybody who got it, once it was used. */
  done(): void
}

export interface Welcome {
  readonly frame: Uint8Array
  /** The state vector of what is in it. */
  readonly vector: Uint8Array
}

export interface Readings {
  /** What was read a moment ago or is being read; else reads. Many who come together cost one look at the disk. */
  read(): Reading
  /** Reads what is on the disk now. */
  readAnew(): Reading
  /** What was read until now no longer counts. */
  renew(): void
  /** These updates were told: they follow what was read. */
  note(updates: readonly Uint8Array[]): void
}

interface Shared {
  readonly reading: Reading
  stale: boolean
  readonly told: Uint8Array[]
  readers: number
}

/** How long what was read serves newcomers, in milliseconds, and how many updates may have to follow it. */
const MOMENT = 500
const MOST_TOLD = 200
/**
 * Milliseconds of rest after so many updates, and so many bytes, were joined: about four times what that takes. Less than
 * the least isn't worth a wait.
 */
const REST = { perUpdate: 0.1, perByte: 1 / 50_000, least: 10, most: 1_000 } as const
const NONE: readonly Shared[] = Object.freeze([])

export function createReadings(storage: Pick<Storage, 'content'>, board: BoardId, after: After): Readings {
  return new AllReadings(storage, board, after)
}

/** Every room has one, and most have nothing to read for hours. */
class AllReadings implements Readings {
  readonly #storage: Pick<Storage, 'content'>
  readonly #board: BoardId
  readonly #after: After
  #all: readonly Shared[] = NONE
  #current: Shared | null = null
  #rest: Promise<void> | null = null

  constructor(storage: Pick<Storage, 'content'>, board: BoardId, after: After) {
    this.#storage = storage
    this.#board = board
    this.#after = after
  }

  read(): Reading {
    return this.#share(this.#current ?? this.#begin())
  }

  readAnew(): Reading {
    return this.#share(this.#begin())
  }

  renew(): void {
    for (const shared of this.#all) shared.stale = true
    if (this.#current !== null) this.#pass(this.#current)
  }

  note(updates: readonly Uint8Array[]): void {
    if (this.#all.length === 0) return
    for (const { told } of this.#all) told.push(...updates)
    if (this.#current !== null && this.#current.told.length > MOST_TOLD) this.#pass(this.#current)
  }

  #forget(shared: Shared): void {
    const left = this.#all.filter((each) => each !== shared)
    this.#all = left.length === 0 ? NONE : left
  }

  /** Not for those who come from now on. */
  #pass(shared: Shared): void {
    if (this.#current !== shared) return
    this.#current = null
    if (shared.readers === 0) this.#forget(shared)
  }

  #restAfter(updates: number, bytes: number): void {
    const rest = updates * REST.perUpdate + bytes * REST.perByte
    if (updates === 0 || rest < REST.least) return
    this.#rest = new Promise((resolve) => {
      this.#after(Math.min(Math.ceil(rest), REST.most), () => {
        this.#rest = null
        resolve()
      })
    })
  }

  #begin(): Shared {
    const board = this.#board
    const told: Uint8Array[] = []
    let made: Welcome | null = null
    let includes = 0
    const content = contentOf(this.#storage, board)
    const done = (): void => {
      if (--shared.readers === 0 && this.#current !== shared) this.#forget(shared)
    }
    const reading: Reading = {
      content,
      turn: async () => {
        while (this.#rest !== null && (made === null || includes !== told.length)) await this.#rest
      },
      welcome: (read) => {
        if (made !== null && includes === told.length) return made
        made = welcomeOf(board, read, told)
        includes = told.length
        this.#restAfter(read.updates.length + told.length, made.frame.length)
        return made
      },
      isStale: () => shared.stale,
      done,
    }
    const shared: Shared = { reading, stale: false, told, readers: 0 }
    content.then(
      () => this.#after(MOMENT, () => this.#pass(shared)),
      () => this.#pass(shared),
    )
    this.#all = [...this.#all, shared]
    return shared
  }

  #share(shared: Shared): Reading {
    if (this.#current !== null && this.#current !== shared) this.#pass(this.#current)
    this.#current = shared
    shared.readers++
    return shared.reading
  }
}

async function contentOf(storage: Pick<Storage, 'content'>, board: BoardId): Promise<StoredContent> {
  const content = await storage.content(board)
  if (content === null) throw new StorageFault('no-such-board', board)
  return content
}

function welcomeOf(board: BoardId, content: StoredContent, told: readonly Uint8Array[]): Welcome {
  const { update, vector } = spliced(board, { ...content, updates: [...content.updates, ...told] })
  return { frame: documentFrame(update), vector }
}

function spliced(board: BoardId, content: StoredContent): Spliced {
  try {
    return splice(content)
  } catch (error) {
    throw new StorageFault('damaged-board', board, String(error))
  }
}
