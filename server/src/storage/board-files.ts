import { ID_PATTERN, type BoardId } from '@momentous/shared/domain/id'
import { readdirSync, renameSync, rmSync } from 'node:fs'
import { mkdir, open } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { isDamaged } from './storage-fault.ts'

/** How long a change may wait for its board's file, in milliseconds. A crowd that comes in may wait longer: it is written once. */
const WRITE_AFTER = { soon: 1000, later: 30_000 } as const
const LOOK_EVERY = 1000
const SUFFIX = '.snapshot'
const UNFINISHED = '.tmp'

/** The file of each board beside the database, written behind the commits and never in their way. */
export interface BoardFiles {
  /** What is on the disk of this board has changed in a way that its file should have. */
  changed(board: BoardId, when: keyof typeof WRITE_AFTER): void
  /** Takes the file away at once, also the half of one that is being written; there is no other until `stays`. */
  remove(board: BoardId): void
  /** The board could not be deleted after all. */
  stays(board: BoardId): void
  /** Writes what is still to be written. */
  close(): Promise<void>
}

export const folderOfFiles = (home: string): string => join(home, 'boards')
export const fileOf = (home: string, board: BoardId): string => join(folderOfFiles(home), `${board}${SUFFIX}`)

/** The boards that have a file. */
export function filedBoards(home: string): readonly BoardId[] {
  return namesIn(home)
    .filter((name) => name.endsWith(SUFFIX))
    .map((name) => name.slice(0, -SUFFIX.length))
    .filter((name): name is BoardId => ID_PATTERN.test(name))
}

function namesIn(home: string): readonly string[] {
  try {
    return readdirSync(folderOfFiles(home))
  } catch {
    return []
  }
}

/** Whole or not at all, and on the disk when it resolves. */
export async function writeBoardFile(
  home: string,
  board: BoardId,
  bytes: Uint8Array,
  wanted = () => true,
): Promise<void> {
  await mkdir(folderOfFiles(home), { recursive: true })
  const path = fileOf(home, board)
  const unfinished = `${path}${UNFINISHED}`
  try {
    const file = await open(unfinished, 'w')
    try {
      // Nothing of a board that was deleted while its file was opened.
      if (wanted()) await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    // In one turn, so that no deletion comes between question and answer.
    if (wanted()) renameSync(unfinished, path)
  } finally {
    rmSync(unfinished, { force: true })
  }
}

/** `read` answers what to write; null for a board that is gone. */
export function boardFiles(
  home: string,
  read: (board: BoardId) => Promise<Uint8Array | null>,
  failed: (error: unknown) => void,
): BoardFiles {
  // What a killed process left half written may be of a board that is deleted by now.
  for (const name of namesIn(home)) if (name.endsWith(UNFINISHED)) rmSync(join(folderOfFiles(home), name))
  const waiting = new Map<BoardId, number>()
  const removed = new Set<BoardId>()
  const hurry = new AbortController()
  let running: Promise<void> | null = null

  async function write(board: BoardId): Promise<void> {
    try {
      const bytes = removed.has(board) ? null : await read(board)
      if (bytes !== null) await writeBoardFile(home, board, bytes, () => !removed.has(board))
    } catch (error) {
      failed(error)
      // An old file knows links as open that were closed since. Of a damaged board it is what there is, until it is repaired.
      if (!hurry.signal.aborted && !isDamaged(error)) changed(board, 'later')
    }
  }

  async function drain(): Promise<void> {
    while (waiting.size > 0) {
      await wait(LOOK_EVERY, undefined, { ref: false, signal: hurry.signal }).catch(() => undefined)
      for (const [board, due] of [...waiting]) {
        if (due > performance.now() && !hurry.signal.aborted) continue
        waiting.delete(board)
        await write(board)
      }
    }
    running = null
  }

  function changed(board: BoardId, when: keyof typeof WRITE_AFTER): void {
    waiting.set(board, Math.min(waiting.get(board) ?? Infinity, performance.now() + WRITE_AFTER[when]))
    running ??= drain()
  }

  return {
    changed,
    stays(board) {
      removed.delete(board)
      changed(board, 'soon')
    },
    remove(board) {
      removed.add(board)
      waiting.delete(board)
      rmSync(fileOf(home, board), { force: true })
      rmSync(`${fileOf(home, board)}${UNFINISHED}`, { force: true })
    },
    async close() {
      hurry.abort()
      await running
    },
  }
}
