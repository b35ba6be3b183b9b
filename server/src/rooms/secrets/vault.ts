import { count, id, words } from '@momentous/shared/board/schemas'
import type { Dots } from '@momentous/shared/commands/cast-ballot'
import { rankingOrder } from '@momentous/shared/domain/assessment'
import type { BoardId, BuildId, ConcernId, IdeaId, MomentId } from '@momentous/shared/domain/id'
import { IDEA_TEXT_MAX } from '@momentous/shared/domain/idea'
import { createHmac } from 'node:crypto'
import * as v from 'valibot'
import type { Entry } from '../../storage/storage.ts'

const said = words(IDEA_TEXT_MAX)

/** What nobody may see yet. No row says who, when or in which order. */
const rowSchema = v.variant('kind', [
  v.object({
    kind: v.literal('ballot'),
    round: count,
    dots: v.record(v.string(), count) as v.GenericSchema<unknown, Dots>,
    /** The number of somebody in the room without a device. */
    person: v.nullable(count),
  }),
  v.object({ kind: v.literal('grade'), moment: id<MomentId>(), round: count, ranking: v.picklist(rankingOrder) }),
  v.object({ kind: v.literal('idea'), id: id<IdeaId>(), moment: id<MomentId>(), text: said }),
  v.object({ kind: v.literal('build'), id: id<BuildId>(), idea: id<IdeaId>(), text: said }),
  v.object({
    kind: v.literal('concern'),
    id: id<ConcernId>(),
    moment: id<MomentId>(),
    idea: v.nullable(id<IdeaId>()),
    text: said,
  }),
  /** Other words for something that is out; null when it is taken back. */
  v.object({ kind: v.literal('change'), id: id<IdeaId | BuildId>(), text: v.nullable(said) }),
  /** Words that were out have changed: the old ones are still in the log. */
  v.object({ kind: v.literal('retracted') }),
])
export type VaultRow = v.InferOutput<typeof rowSchema>
export type RowOf<Kind extends VaultRow['kind']> = Extract<VaultRow, { kind: Kind }>
export type Vault = Map<string, VaultRow>

/** Null for bytes that are no row; the rest of the vault is none the worse. */
function readRow(bytes: Uint8Array): VaultRow | null {
  try {
    const parsed = v.safeParse(rowSchema, JSON.parse(new TextDecoder().decode(bytes)))
    return parsed.success ? parsed.output : null
  } catch {
    return null
  }
}

export function readVault(stored: ReadonlyMap<string, Uint8Array>): Vault {
  const vault: Vault = new Map()
  for (const [key, bytes] of stored) {
    const row = readRow(bytes)
    if (row !== null) vault.set(key, row)
  }
  return vault
}

/** Puts a row into the vault in memory; answers what keeps it on the disk. */
export function putRow(vault: Vault, key: string, row: VaultRow): Entry {
  vault.set(key, row)
  return { kind: 'vault-put', key, bytes: new TextEncoder().encode(JSON.stringify(row)) }
}

/** The same for one that goes. */
export function dropRow(vault: Vault, key: string): Entry {
  vault.delete(key)
  return { kind: 'vault-deleted', key }
}

/** All rows of one kind with their keys. */
export function rowsOf<Kind extends VaultRow['kind']>(vault: Vault, kind: Kind): readonly [string, RowOf<Kind>][] {
  const isKind = (row: VaultRow): row is RowOf<Kind> => row.kind === kind
  return [...vault].flatMap(([key, row]): [string, RowOf<Kind>][] => (isKind(row) ? [[key, row]] : []))
}

/**
 * The key of one person's row in one round. It takes the seat's token, of which the disk has only a hash, so nobody can
 * work out later whose row it was (rules.md, edge 3).
 */
export function ownKey(token: string, board: BoardId, round: string): string {
  return `own.${createHmac('sha256', token).update(`${board} ${round}`).digest('base64url')}`
}

/** The key of a ballot on behalf of somebody without a device. */
export function roomKey(board: BoardId, round: number, person: number): string {
  return ownKey('room', board, `${round} ${person}`)
}

/** Ideas, builds and concerns go by their own id, a hash that says nothing. */
export function saidKey(said: string): string {
  return `said.${said}`
}

/** At most one a board. */
export const RETRACTED = 'retracted'

/** One change waits for each of them: the last one counts. */
export function changeKey(said: string): string {
  return `change.${said}`
}
