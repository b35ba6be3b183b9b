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

export function createReadings(storage: Pick<Storage, 'content'>, board: BoardId, after: After): Readings {
  let all: readonly Shared[] = []
  let current: Shared | null = null

  const forget = (shared: Shared): void => void (all = all.filter((each) => each !== shared))

  /** Not for those who come from now on. */
  function pass(shared: Shared): void {
    if (current !== shared) return
    current = null
    if (shared.readers === 0) forget(shared)
  }

  function begin(): Shared {
    const told: Uint8Array[] = []
    let made: Welcome | null = null
    let includes = 0
    const content = contentOf(storage, board)
    const done = (): void => {
      if (--shared.readers === 0 && current !== shared) forget(shared)
    }
    const reading: Reading = {
      content,
      welcome(read) {
        if (made === null || includes !== told.length) made = welcomeOf(board, read, told)
        includes = told.length
        return made
      },
      isStale: () => shared.stale,
      done,
    }
    const shared: Shared = { reading, stale: false, told, readers: 0 }
    content.then(
      () => after(MOMENT, () => pass(shared)),
      () => pass(shared),
    )
    all = [...all, shared]
    return shared
  }

  function share(shared: Shared): Reading {
    if (current !== null && current !== shared) pass(current)
    current = shared
    shared.readers++
    return shared.reading
  }

  return {
    read: () => share(current ?? begin()),
    readAnew: () => share(begin()),
    renew() {
      for (const shared of all) shared.stale = true
      if (current !== null) pass(current)
    },
    note(updates) {
      if (all.length === 0) return
      for (const { told } of all) told.push(...updates)
      if (current !== null && current.told.length > MOST_TOLD) pass(current)
    },
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
