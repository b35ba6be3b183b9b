import type { BoardId } from '@momentous/shared/domain/id'
import { closeReasons } from '@momentous/shared/wire/close-reasons'
import { readPresenceNews, type PresenceNews } from '@momentous/shared/wire/compact-presence'
import {
  AWARENESS,
  closeCodes,
  COMPACT,
  frames,
  OURS,
  PRESENCE,
  QUERY_AWARENESS,
  readFrame,
  SYNC,
  writeFrame,
  type AnyFrame,
  type FrameName,
  type FrameOf,
} from '@momentous/shared/wire/frames'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { Awareness } from 'y-protocols/awareness'
import { messageYjsSyncStep1, messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { storeWords } from '../words/store.ts'
import { createBackoff } from './backoff.ts'
import { changes, loadUpdates } from './load-updates.ts'
import { createSending } from './sending.ts'
import type { Later, Status } from './status.ts'

/** Where the board is served, and the token that opens it. */
export interface Address {
  /** `ws://host/sync` or `wss://host/sync`. */
  readonly server: string
  readonly board: BoardId
  readonly token: string
}

/** What a connection tells its store. */
export interface Ear {
  frame(frame: AnyFrame): void
  /** What the server said was applied to the document; it is on its disk. `changed` is false where the document knew it all. */
  received(update: Uint8Array, changed: boolean): void
  /** The server says what it has: what it lacks may go now. */
  lacking(vector: Uint8Array): void
  presence(news: PresenceNews): void
  presenceAsked(): void
  /** The document has all that the server had when this connection opened. */
  synced(): void
  status(status: Status): void
  /** The server won't go on with this document: it refused a change, or the board was restored (4409, 4410). */
  renew(): void
}

export interface Connection {
  /** False when there is no link at the moment; nothing is queued. */
  send<Name extends FrameName>(name: Name, fields: FrameOf<Name>): boolean
  sendUpdate(kind: 'update' | 'answer', update: Uint8Array): boolean
  sendPresence(frame: Uint8Array<ArrayBuffer>): boolean
  close(): void
}

/** The server sends a frame at least every 5 s, and a dead link is to be noticed within ten. */
const SILENCE_MS = 8_500
const WATCH_MS = 1_000
/** A link that lasted this long has held. */
const HELD_MS = 10_000
const OPENED = 1

/** Keeps `doc` in step with the server's, over the stock provider with our own reading of every frame. */
export function openConnection(address: Address, doc: Y.Doc, ear: Ear): Connection {
  // The provider's own awareness stays empty: it would send every cursor that it receives back to the server.
  const unused = new Awareness(doc)
  unused.setLocalState(null)
  const provider = new WebsocketProvider(address.server, address.board, doc, {
    connect: false,
    disableBc: true,
    awareness: unused,
    protocols: [OURS, COMPACT, `cap.${address.token}`],
    // The provider's own tries come at the same moment from every page of a server that was started again.
    shouldReconnect: () => false,
  })
  const watch = watchLine(provider)
  listen(provider, doc, ear, watch.heard)
  const stopStatus = followStatus(provider, ear)
  provider.connect()

  const sending = createSending()
  const raw = (bytes: Uint8Array<ArrayBuffer>): boolean => {
    if (!provider.wsconnected || provider.ws?.readyState !== OPENED) return false
    sending.add(provider.ws, bytes)
    return true
  }
  return {
    send: (name, fields) => raw(new Uint8Array(writeFrame(name, fields))),
    sendUpdate: (kind, update) => raw(syncFrame(kind === 'update' ? messageYjsUpdate : messageYjsSyncStep2, update)),
    sendPresence: raw,
    close() {
      sending.close()
      watch.stop()
      stopStatus()
      provider.destroy()
      unused.destroy()
    },
  }
}

function listen(provider: WebsocketProvider, doc: Y.Doc, ear: Ear, heard: () => void): void {
  const on = (number: number, take: (decoder: decoding.Decoder) => void) => {
    provider.messageHandlers[number] = (_encoder, decoder) => {
      heard()
      take(decoder)
    }
  }
  on(SYNC, (decoder) => {
    const kind = decoding.readVarUint(decoder)
    const bytes = decoding.readVarUint8Array(decoder)
    if (kind === messageYjsSyncStep1) return ear.lacking(bytes)
    const changed = changes(doc, () => {
      if (kind === messageYjsSyncStep2) loadUpdates(doc, [bytes], provider)
      else Y.applyUpdate(doc, bytes, provider)
    })
    ear.received(bytes, changed)
    if (kind === messageYjsSyncStep2 && !provider.synced) provider.synced = true
  })
  on(AWARENESS, () => undefined)
  on(PRESENCE, (decoder) => {
    const news = readPresenceNews(decoder)
    if (news !== null) ear.presence(news)
  })
  on(QUERY_AWARENESS, ear.presenceAsked)
  for (const { number } of Object.values(frames)) {
    on(number, (decoder) => {
      const frame = readFrame(number, decoder)
      if (frame !== null) ear.frame(frame)
    })
  }
}

/** Turns the provider's events into one status; returns the way to stop. */
function followStatus(provider: WebsocketProvider, ear: Ear): () => void {
  let reason: Status | null = null

  const onSync = (synced: boolean) => {
    if (!synced) return
    reason = null
    ear.status({ state: 'online' })
    ear.synced()
  }
  const onClose = (event: { code: number; reason: string } | null) => {
    if (event !== null && isFinal(event.code)) return
    // What was said once stays until it is over: while it is tried again, every try fails in its own way.
    reason = (event === null ? null : laterAt(event)) ?? reason
    ear.status(reason ?? { state: 'offline' })
  }
  const onEnd = ({ code, reason: said }: { code: number; reason: string }) => {
    const why = said === closeReasons.seatRemoved ? 'seat' : 'link'
    if (code === closeCodes.linkGone || code === closeCodes.seatFirst)
      ear.status({ state: 'gone', why, reason: said || storeWords.linkGone })
    else if (code === closeCodes.noSuchBoard)
      ear.status({ state: 'gone', why: 'board', reason: said || storeWords.noSuchBoard })
    else if (isFinal(code)) ear.renew()
  }

  provider.on('sync', onSync)
  provider.on('connection-close', onClose)
  provider.on('closed', onEnd)
  return () => {
    provider.off('sync', onSync)
    provider.off('connection-close', onClose)
    provider.off('closed', onEnd)
  }
}

/** After these nothing is gained by coming back with the same link and document. */
function isFinal(code: number): boolean {
  return code >= 4400 && code < 4500
}

function laterAt({ code, reason }: { code: number; reason: string }): Status | null {
  const later = (why: Later, otherwise: string): Status => ({ state: 'later', why, reason: reason || otherwise })
  if (code === closeCodes.tooSlow) return { state: 'later', why: 'slow', reason: storeWords.tooSlow }
  if (code === closeCodes.damaged) return later('damaged', storeWords.damaged)
  return code >= 4500 ? later('busy', storeWords.tryLater) : null
}

interface LineWatch {
  /** The server has said something. */
  heard(): void
  stop(): void
}

/**
 * Opens the link anew when it ended, when the server has been silent for too long or does not even pick up, and when the
 * network is back. Measured on the page's own clock: the device's may be put back by an hour.
 */
function watchLine(provider: WebsocketProvider): LineWatch {
  const backoff = createBackoff()
  const now = { heard: performance.now(), opened: performance.now(), over: false }
  let timer: ReturnType<typeof setTimeout> | null = null

  const again = () => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    if (now.over) return
    provider.disconnect()
    provider.connect()
  }
  const onStatus = ({ status }: { status: string }) => {
    now.heard = performance.now()
    if (status === 'connected') now.opened = now.heard
  }
  const onEnd = ({ code }: { code: number }) => {
    now.over = isFinal(code)
    if (!now.over) timer ??= setTimeout(again, backoff.next())
  }
  // Nobody should have to wait ten seconds to hear what the device knows already.
  const onNetwork = () => provider.wsconnected || again()
  const onNoNetwork = () => provider.wsconnected && again()
  const watch = setInterval(() => {
    const open = provider.wsconnected || provider.wsconnecting
    if (open && performance.now() - now.heard > SILENCE_MS) again()
  }, WATCH_MS)
  provider.on('status', onStatus)
  provider.on('closed', onEnd)
  globalThis.addEventListener?.('online', onNetwork)
  globalThis.addEventListener?.('offline', onNoNetwork)
  return {
    heard() {
      now.heard = performance.now()
      if (now.heard - now.opened > HELD_MS) backoff.held()
    },
    stop() {
      now.over = true
      clearInterval(watch)
      if (timer !== null) clearTimeout(timer)
      provider.off('status', onStatus)
      provider.off('closed', onEnd)
      globalThis.removeEventListener?.('online', onNetwork)
      globalThis.removeEventListener?.('offline', onNoNetwork)
    },
  }
}

function syncFrame(kind: number, update: Uint8Array): Uint8Array<ArrayBuffer> {
  return framed(SYNC, (encoder) => {
    encoding.writeVarUint(encoder, kind)
    encoding.writeVarUint8Array(encoder, update)
  })
}

function framed(number: number, write: (encoder: encoding.Encoder) => void): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, number)
  write(encoder)
  return encoding.toUint8Array(encoder)
}
