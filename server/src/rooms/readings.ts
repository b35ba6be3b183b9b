import type { BoardId } from '@momentous/shared/domain/id'
import { StorageFault } from '../storage/storage-fault.ts'
import type { Storage, StoredContent } from '../storage/storage.ts'
import { splice, type Spliced } from './splice.ts'
import { documentFrame, updateFrame } from './sync.ts'

/** One look at a board's stored bytes. Whoever needs them while it is under way shares it. */
export interface Reading {
  readonly content: Promise<StoredContent>
  /** What a newcomer gets: everything in one frame. Made once for all who share the reading; rejects with `damaged-board`. */
  welcome(): Promise<Welcome>
  /** Frames of the updates that were told since it began; some of them may lie in the content too. */
  readonly told: readonly Uint8Array[]
  /** To be called by everybody who got it, once it was used. */
  done(): void
}

export interface Welcome {
  readonly frame: Uint8Array
  /** The state vector of what is in it. */
  readonly vector: Uint8Array
}

export interface Readings {
  /** Reads the content, or joins whoever reads it already. */
  read(): Reading
  /** These updates were told: they follow what is being read. */
  note(updates: readonly Uint8Array[]): void
}

interface Shared {
  readonly reading: Reading
  readonly told: Uint8Array[]
  users: number
}

export function createReadings(storage: Pick<Storage, 'content'>, board: BoardId): Readings {
  const all = new Set<Shared>()
  let underWay: Shared | null = null

  function begin(): Shared {
    const told: Uint8Array[] = []
    let welcome: Promise<Welcome> | null = null
    const content = contentOf(storage, board)
    const reading: Reading = {
      content,
      welcome: () => (welcome ??= content.then((read) => welcomeOf(board, read))),
      told,
      done() {
        if (--shared.users === 0) all.delete(shared)
      },
    }
    const shared: Shared = { reading, told, users: 0 }
    const ended = (): void => {
      if (underWay === shared) underWay = null
    }
    content.then(ended, ended)
    all.add(shared)
    return shared
  }

  return {
    read() {
      underWay ??= begin()
      underWay.users++
      return underWay.reading
    },
    note(updates) {
      if (all.size === 0) return
      const frames = updates.map(updateFrame)
      for (const { told } of all) told.push(...frames)
    },
  }
}

async function contentOf(storage: Pick<Storage, 'content'>, board: BoardId): Promise<StoredContent> {
  const content = await storage.content(board)
  if (content === null) throw new StorageFault('no-such-board', board)
  return content
}

function welcomeOf(board: BoardId, content: StoredContent): Welcome {
  const { update, vector } = spliced(board, content)
  return { frame: documentFrame(update), vector }
}

function spliced(board: BoardId, content: StoredContent): Spliced {
  try {
    return splice(content)
  } catch (error) {
    throw new StorageFault('damaged-board', board, String(error))
  }
}
