import { roles, workplaces } from '@momentous/shared/domain/role'
import { isId } from '@momentous/shared/domain/id'
import type { BoardId, SeatId } from '@momentous/shared/domain/id'
import { StorageFault } from './storage-fault.ts'
import type { BoardRecord, LinkRecord, SeatRecord } from './storage.ts'

export type Row = Readonly<Record<string, unknown>>

/** Reads one column after the other; what isn't what it should be makes the board a damaged one. */
export function columns(row: Row, board: BoardId | null) {
  const damaged = (key: string) => new StorageFault('damaged-board', board, `column ${key}`)
  const text = (key: string): string => {
    const value = row[key]
    if (typeof value !== 'string') throw damaged(key)
    return value
  }
  const whole = (key: string): number => {
    const value = row[key]
    if (!Number.isSafeInteger(value)) throw damaged(key)
    return Number(value)
  }
  return {
    text,
    textOrNull: (key: string): string | null => (row[key] === null ? null : text(key)),
    whole,
    wholeOrNull: (key: string): number | null => (row[key] === null ? null : whole(key)),
    bytes(key: string): Uint8Array {
      const value = row[key]
      if (!(value instanceof Uint8Array)) throw damaged(key)
      return value
    },
    id<Id extends string>(key: string): Id {
      const value = text(key)
      if (!isId<Id>(value)) throw damaged(key)
      return value
    },
    oneOf<Choice extends string>(key: string, choices: readonly Choice[]): Choice {
      const found = choices.find((choice) => choice === row[key])
      if (found === undefined) throw damaged(key)
      return found
    },
  }
}

export function boardRecord(row: Row): BoardRecord {
  const read = columns(row, null)
  const heir = read.textOrNull('heir')
  return {
    id: read.id('id'),
    epoch: read.whole('epoch'),
    door: read.oneOf('door', ['open', 'closed']),
    heir: heir === null ? null : read.id<SeatId>('heir'),
    createdAt: read.whole('created_at'),
    passphrase: read.textOrNull('passphrase'),
    deleteAt: read.wholeOrNull('delete_at'),
    idleDays: read.wholeOrNull('idle_days'),
    seenAt: read.wholeOrNull('seen_at'),
  }
}

export function linkRecord(row: Row, board: BoardId): LinkRecord {
  const read = columns(row, board)
  return { hash: read.text('hash'), role: read.oneOf('role', roles), closed: read.whole('closed') === 1 }
}

export function seatRecord(row: Row, board: BoardId): SeatRecord {
  const read = columns(row, board)
  return {
    id: read.id('id'),
    name: read.text('name'),
    role: read.oneOf('role', roles),
    workplace: row['workplace'] === null ? null : read.oneOf('workplace', workplaces),
    hash: read.text('hash'),
    link: read.textOrNull('link'),
    closed: read.whole('closed') === 1,
  }
}
