import type { Delivery } from '@momentous/shared/domain/delivery'
import type { BoardId, CommandId, SeatId } from '@momentous/shared/domain/id'
import type { BoardRecord, Entry, LinkRecord, SeatRecord, Snapshot } from '../../server/src/storage/storage.ts'

/** Small entries for storage tests. */
export const boardId = (name: string): BoardId => `board-${name}` as BoardId
export const seatId = (name: string): SeatId => `seat-of-${name}` as SeatId
export const commandId = (name: string): CommandId => `command-${name}` as CommandId

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
export const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

export const record = (id: BoardId): BoardRecord => ({
  id,
  epoch: 1,
  door: 'open',
  heir: null,
  createdAt: 1_760_000_000_000,
  passphrase: null,
  deleteAt: null,
  idleDays: null,
  seenAt: null,
})
export const created = (id: BoardId): Entry => ({ kind: 'board-created', record: record(id) })
export const update = (text: string): Entry => ({ kind: 'update', bytes: bytesOf(text) })
export const claim = (client: number, seat: SeatId): Entry => ({ kind: 'client-id', client, seat })
export const vaultPut = (key: string, text: string): Entry => ({ kind: 'vault-put', key, bytes: bytesOf(text) })
export const snapshotEntry = (through: number, whole: string): Entry => {
  const [cuts, vector] = [bytesOf(`cuts ${through}`), bytesOf(`vector ${through}`)]
  const snapshot: Snapshot = { through, whole: bytesOf(whole), cuts, vector }
  return { kind: 'snapshot', snapshot }
}
export const glance = (text: string): Entry => ({ kind: 'glance', glance: text })

export const seat = (name: string, facts: Partial<SeatRecord> = {}): SeatRecord => ({
  id: seatId(name),
  name,
  role: 'participant',
  workplace: null,
  hash: `hash-of-${name}`,
  link: null,
  closed: false,
  ...facts,
})
export const link = (hash: string, facts: Partial<LinkRecord> = {}): LinkRecord => ({
  hash,
  role: 'participant',
  closed: false,
  ...facts,
})

export const hookEntry = (url: string): Entry => ({
  kind: 'hook',
  hook: { url, secret: `whsec_${url.slice(8, -8)}`, since: 3 },
})
export const delivery = (id: string, facts: Partial<Delivery> = {}) =>
  ({
    kind: 'delivery',
    delivery: {
      id,
      event: 'session.finished',
      at: 10,
      state: 'waiting',
      tries: 0,
      nextAt: 20,
      lastAt: null,
      trouble: null,
      ...facts,
    },
  }) as const satisfies Entry
export const changed = ({ delivery: after }: ReturnType<typeof delivery>, body?: Uint8Array | null): Entry => ({
  kind: 'delivery-changed',
  delivery: after,
  ...(body === undefined ? {} : { body }),
})
