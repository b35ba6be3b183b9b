import type { BoardId } from '@momentous/shared/domain/id'
import { commitQueue, oneByOne, type Commit } from './commit-queue.ts'
import { asContent, asStoredRoom, withEntry, type MemoryBoard } from './memory-board.ts'
import { asStoredHook, waitingIn } from './memory-hook.ts'
import { StorageFault } from './storage-fault.ts'
import type { Capability, Storage } from './storage.ts'

/** Keeps the same promises as a database except the disk: for tests, and for trying the server out. */
export function openMemory(): Promise<Storage> {
  const boards = new Map<BoardId, MemoryBoard>()

  function keepOne({ board: id, entries }: Commit): number {
    const before = boards.get(id) ?? null
    const after = entries.reduce<MemoryBoard | null>((board, entry) => withEntry(id, board, entry), before)
    if (after === null && before === null) throw new StorageFault('no-such-board', id)
    if (after === null) boards.delete(id)
    else boards.set(id, after)
    return after?.head ?? 0
  }

  const queue = commitQueue((batch) => Promise.resolve(oneByOne(batch, keepOne)))
  let open = true
  const reading = <Result>(read: () => Result): Promise<Result> =>
    open ? Promise.resolve(read()) : Promise.reject(new StorageFault('closed', null))
  const read = <Result>(id: BoardId, take: (board: MemoryBoard) => Result): Promise<Result | null> =>
    reading(() => {
      const board = boards.get(id)
      return board === undefined ? null : take(board)
    })

  return Promise.resolve({
    board: (id) =>
      read(id, (board) => {
        const { record, seats, links } = asStoredRoom(board)
        return { record, seats, links }
      }),
    capability: (hash) => reading(() => findCapability(boards, hash)),
    image: (id, hash) => read(id, ({ images }) => images.get(hash) ?? null),
    async images(id) {
      const kept = (await read(id, ({ images }) => [...images])) ?? []
      const bytes = kept.reduce((sum, [, { length }]) => sum + length, 0)
      return { count: kept.length, bytes, hashes: kept.map(([hash]) => hash).toSorted() }
    },
    expiring: () =>
      reading(() =>
        [...boards.values()].map(({ record }) => record).filter((one) => (one.deleteAt ?? one.idleDays) !== null),
      ),
    hook: (id) => read(id, ({ hook }) => asStoredHook(hook)),
    waiting: (most) => reading(() => waitingIn(boards, most)),
    deliveryBody: (id, delivery) => read(id, ({ hook }) => hook?.deliveries.get(delivery)?.body ?? null),
    room: (id) => read(id, asStoredRoom),
    content: (id) => read(id, asContent),
    load: (id) => read(id, (board) => ({ ...asStoredRoom(board), ...asContent(board) })),
    commit: (id, entries) => queue.push(id, entries),
    ready: () => reading(() => undefined),
    close() {
      open = false
      return queue.close()
    },
  })
}

function findCapability(boards: ReadonlyMap<BoardId, MemoryBoard>, hash: string): Capability | null {
  for (const [board, { links, seats }] of boards) {
    const link = links.get(hash)
    if (link !== undefined) return { kind: 'link', board, link }
    const seat = [...seats.values()].find((one) => one.hash === hash)
    if (seat !== undefined) return { kind: 'seat', board, seat }
  }
  return null
}
