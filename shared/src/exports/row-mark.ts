import { isId, type MomentId } from '../domain/id.ts'
import { planningHeadings } from '../domain/planning-row.ts'
import { isStamp, stampUpTo } from './cell-stamp.ts'

/** A word processor keeps names of bookmarks up to here; of letters, digits and underscores. */
const NAME_MAX = 40
const PREFIX = 'moment_'

/**
 * The name of the bookmark in the first cell of a moment's row, by which an edited document comes home. What a name
 * can't have stands in it as an underscore and two hexadecimal digits. Null for an id that is too long for a name, and
 * for a row that is of no moment: such a row goes by its words.
 */
export function rowMark(id: MomentId): string | null {
  if (!isId(id)) return null
  const name = PREFIX + id.replace(/[^A-Za-z0-9]/gu, hex)
  return name.length > NAME_MAX ? null : name
}

/** The moment that a bookmark is of; null for a bookmark that is somebody's own. */
export function markedMoment(name: string): MomentId | null {
  if (!name.startsWith(PREFIX)) return null
  const coded = name.slice(PREFIX.length)
  if (!/^(?:[A-Za-z0-9]|_[0-9a-f]{2})+$/u.test(coded)) return null
  const id = coded.replace(/_([0-9a-f]{2})/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  return isId<MomentId>(id) ? id : null
}

const SAID = 'said_'

/** The name of the bookmark beside it, which says what the row's printed cells said (see cell-stamp.ts). */
export function stampMark(stamp: string): string {
  return SAID + stampUpTo(stamp, planningHeadings.length)
}

/** The stamp that a bookmark carries; null for a bookmark that is something else. */
export function markedStamp(name: string): string | null {
  const stamp = name.slice(SAID.length)
  return name.startsWith(SAID) && stamp !== '' && isStamp(stamp) ? stamp : null
}

function hex(character: string): string {
  return `_${character.charCodeAt(0).toString(16).padStart(2, '0')}`
}
