/** Which pages of this browser have a board open. A page that is gone leaves its unsaved changes to the others. */
export interface PageRoll {
  /** The pages that are open now, this one included. */
  open(): Promise<ReadonlySet<string>>
  /** Is this the one page that writes down what the server confirmed? */
  writes(): boolean
  leave(): void
}

/** How long pages have to answer where the browser has no locks (they need https). */
const ANSWER_MS = 150

export function joinRoll(board: string, page: string): PageRoll {
  // In plain http `locks` is missing although its type says otherwise.
  const locks: LockManager | undefined = globalThis.navigator?.locks
  return locks === undefined ? rollByAsking(board, page) : rollByLocks(locks, board, page)
}

/** A page holds a lock of its own name for as long as it lives: the browser lets go of it even after a crash. */
function rollByLocks(locks: LockManager, board: string, page: string): PageRoll {
  const prefix = `momentous/${board}/page/`
  let writer = false
  let leave = () => {}
  const left = new Promise<void>((resolve) => {
    leave = resolve
  })
  const held = locks.request(prefix + page, () => left)
  const writing = locks.request(`momentous/${board}/writer`, () => {
    writer = true
    return left
  })
  for (const lock of [held, writing]) lock.catch(() => {})

  return {
    async open() {
      const { held: all = [] } = await locks.query()
      const names = all.flatMap(({ name }) => (name?.startsWith(prefix) ? [name.slice(prefix.length)] : []))
      return new Set([...names, page])
    },
    writes: () => writer,
    leave: () => leave(),
  }
}

/**
 * Without locks, pages call out to each other. One that doesn't answer in time counts as gone: its changes are then sent by
 * two pages, which is harmless. Every page writes down what was confirmed, which costs space and nothing else.
 */
function rollByAsking(board: string, page: string): PageRoll {
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(`momentous/${board}`)
  const answers = new Set<string>()
  channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (data === 'who') channel.postMessage(page)
    else if (typeof data === 'string') answers.add(data)
  })
  return {
    async open() {
      // Who answered once may have gone since.
      answers.clear()
      channel?.postMessage('who')
      await new Promise((resolve) => setTimeout(resolve, ANSWER_MS))
      return new Set([...answers, page])
    },
    writes: () => true,
    leave: () => channel?.close(),
  }
}
