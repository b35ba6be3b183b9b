import type { Board } from '../board/board.ts'
import type { RecordRoot } from '../board/records.ts'
import { createRecord } from '../board/write.ts'
import type { RedactedBoard } from '../exports/redact.ts'

/** Records that a file knows whole, and that have no place in a line. */
export const plainRoots = [
  'ink',
  'assessments',
  'grades',
  'ideas',
  'builds',
  'concerns',
  'rungs',
  'shapes',
] as const satisfies readonly RecordRoot[]

/** Writes a record of a file under its own id; what belongs to a moment goes by the moment’s. */
export function writeRecord(board: Board, root: RecordRoot, record: Readonly<Record<string, unknown>>): void {
  createRecord(board[root], root, String(record['id'] ?? record['moment']), record)
}

type FileAction = Pick<RedactedBoard['actions'][number], 'owner'>

/** An action as a file has it: of its owner only the name, and nobody has agreed yet. */
export function ofNobodyHere<Action extends FileAction>(action: Action): Readonly<Record<string, unknown>> {
  const owner = action.owner === null ? null : { seat: null, name: action.owner }
  return { ...action, owner, agreed: [] }
}
