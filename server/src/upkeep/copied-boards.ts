import type { BoardId } from '@momentous/shared/domain/id'
import { existsSync, readFileSync } from 'node:fs'
import { decodeBoardFile, encodeBoardFile, type CopiedBoard } from '../storage/board-file.ts'
import { fileOf, writeBoardFile } from '../storage/board-files.ts'

export type CopyState = 'none' | 'damaged' | CopiedBoard

/** The board's own file beside the database. */
export function copyOf(home: string, id: BoardId): CopyState {
  const path = fileOf(home, id)
  if (!existsSync(path)) return 'none'
  const copy = decodeBoardFile(readFileSync(path))
  return copy === null || copy.record.id !== id ? 'damaged' : copy
}

export const readableCopy = (home: string, id: BoardId): CopiedBoard | null => {
  const copy = copyOf(home, id)
  return typeof copy === 'string' ? null : copy
}

export async function writeCopies(home: string, boards: Iterable<CopiedBoard>): Promise<void> {
  for (const board of boards) await writeBoardFile(home, board.record.id, encodeBoardFile(board))
}
