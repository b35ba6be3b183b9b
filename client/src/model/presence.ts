import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate, removeAwarenessStates } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { createPace } from './pace.ts'
import { NOTHING_DONE, toFields, toPeer } from './peer-state.ts'
import type { OwnPresence, Peer, Presence } from './wall.ts'
import { listeners } from './watched.ts'

export interface PresenceDesk {
  /** False when there is no link. */
  send(update: Uint8Array): boolean
  /** In an anonymous span nothing of anybody travels, and nothing of anybody is shown. */
  silent(): boolean
  /** How many people are on the board. */
  people(): number
  now(): number
}

/** Presence on the wire, for the store that owns the link. */
export interface LivePresence extends Presence {
  /** The document under whose clientID this device speaks; another one when it had to be replaced. */
  follow(doc: Y.Doc): void
  received(update: Uint8Array): void
  /** The link is there: tells the others where we are. */
  connected(): void
  /** The link is gone, and with it all that was known of the others. */
  disconnected(): void
  /** The phase or the vote changed: whoever may not be seen any more, isn't. */
  silenceChanged(): void
  close(): void
}

const MESSAGES_PER_SECOND = 30
/** All cursors of a board together: 10 a second for 30 people, fewer each when there are more. */
const SHARED_PER_SECOND = 300

interface Change {
  readonly added: readonly number[]
  readonly updated: readonly number[]
  readonly removed: readonly number[]
}

export function createPresence(desk: PresenceDesk): LivePresence {
  const changed = listeners()
  const others = new Map<number, Peer>()
  let awareness: Awareness | null = null
  let own: OwnPresence = NOTHING_DONE
  let list: readonly Peer[] | null = null

  const tell = () => {
    list = null
    changed.tell()
  }
  const sendOwn = () => {
    if (awareness !== null && !desk.silent()) desk.send(encodeAwarenessUpdate(awareness, [awareness.clientID]))
  }
  /** Local changes, and Yjs's own renewal every 15 s, go out; what came in never goes back. */
  const onUpdate = (change: Change, origin: unknown) => {
    if (origin === 'local') return sendOwn()
    if (awareness !== null) updateOthers(others, awareness, change, desk.now())
    tell()
  }
  const pace = createPace(() => {
    if (!desk.silent()) awareness?.setLocalState(toFields(own))
  }, desk.now)
  const leave = () => {
    awareness?.off('update', onUpdate)
    awareness?.destroy()
    awareness = null
    others.clear()
  }

  return {
    peers: () => (list ??= desk.silent() ? [] : [...others.values()]),
    publish(next) {
      own = { ...own, ...next }
      pace.soon(1000 / Math.min(MESSAGES_PER_SECOND, SHARED_PER_SECOND / Math.max(1, desk.people())))
    },
    subscribe: changed.add,
    follow(doc) {
      leave()
      awareness = new Awareness(doc)
      awareness.on('update', onUpdate)
      tell()
    },
    received(update) {
      if (awareness !== null) applyAwarenessUpdate(awareness, update, 'remote')
    },
    connected: sendOwn,
    disconnected() {
      if (awareness !== null) removeAwarenessStates(awareness, [...others.keys()], 'link')
    },
    silenceChanged: tell,
    close() {
      pace.stop()
      leave()
    },
  }
}

function updateOthers(
  others: Map<number, Peer>,
  awareness: Awareness,
  { added, updated, removed }: Change,
  now: number,
): void {
  for (const client of [...added, ...updated, ...removed]) {
    if (client === awareness.clientID) continue
    const peer = toPeer(client, awareness.getStates().get(client), others.get(client), now)
    if (peer === null) others.delete(client)
    else others.set(client, peer)
  }
}
