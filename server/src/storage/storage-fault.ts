import type { BoardId } from '@momentous/shared/domain/id'

/** What can go wrong in a storage, each with the sentence that a person gets to read. */
export const faults = {
  'no-such-board': 'There is no such board. It may have been deleted.',
  'board-exists': 'A board with this id exists already.',
  'client-taken': 'Another seat already writes under this client id.',
  'damaged-board': 'This board can’t be read: a part of it is damaged on the disk. Other boards are not affected.',
  'behind-failed': 'An earlier change to this board could not be saved, so this one was not saved either.',
  'not-saved': 'The change could not be written to the disk.',
  'in-use': 'Another Momentous server already uses this data folder. Stop it first, or set DATA to another folder.',
  'newer-folder': 'A newer Momentous wrote this data folder. Start that version, or set DATA to another folder.',
  unreadable:
    'The database in the data folder can’t be read. Run “npm run data -- repair”: it sets the damaged file aside and rebuilds every board from what can still be read.',
  missing:
    'The data folder has copies of boards but no database. Run “npm run data -- repair” to rebuild it from the copies, or set DATA to another folder.',
  'cut-short':
    'A repair or a restore of this data folder was cut short. Run “npm run data -- repair” to bring it to its end.',
  unwritable:
    'The data folder can’t be written. See that this account may write there and that the disk isn’t mounted read-only, or set DATA to another folder.',
  full: 'The disk of the data folder is full. Make room on it and start again.',
  down: 'The storage does not answer. Nothing can be opened or saved until it does; it is tried again all the time.',
  closed: 'The server is stopping. Nothing more can be opened or saved.',
} as const satisfies Record<string, string>
export type FaultKind = keyof typeof faults

/** The only error that a storage rejects with. `detail` is for the log; the message is for people. */
export class StorageFault extends Error {
  readonly kind: FaultKind
  readonly board: BoardId | null
  readonly detail: string

  constructor(kind: FaultKind, board: BoardId | null, detail = '') {
    super(faults[kind])
    this.name = 'StorageFault'
    this.kind = kind
    this.board = board
    this.detail = detail
  }
}

/** True for a board that stays closed until somebody repairs it; the others go on. */
export function isDamaged(error: unknown): error is StorageFault {
  return error instanceof StorageFault && error.kind === 'damaged-board'
}

/** What a fault looks like while it travels between threads. */
export interface FaultFacts {
  readonly kind: FaultKind
  readonly board: BoardId | null
  readonly detail: string
}

/** `board` and `kind` are for what isn't a fault of a storage yet. */
export function faultFacts(error: unknown, board: BoardId | null, kind: FaultKind): FaultFacts {
  if (error instanceof StorageFault) return { kind: error.kind, board: error.board, detail: error.detail }
  return { kind, board, detail: error instanceof Error ? error.message : String(error) }
}
