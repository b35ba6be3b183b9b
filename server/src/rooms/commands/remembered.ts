import type { CommandId } from '@momentous/shared/domain/id'
import { COMMANDS_REMEMBERED } from '../../storage/storage.ts'

/** Commands that were done, so that a resend changes nothing: the last thousands of them. */
export interface Remembered {
  has(id: CommandId): boolean
  add(id: CommandId): void
}

export function remembered(stored: ReadonlySet<CommandId>): Remembered {
  let older = stored
  let newer: Set<CommandId> | null = null
  return {
    has: (id) => newer?.has(id) === true || older.has(id),
    add(id) {
      if (newer !== null && newer.size >= COMMANDS_REMEMBERED) {
        older = newer
        newer = null
      }
      newer = (newer ?? new Set()).add(id)
    },
  }
}
