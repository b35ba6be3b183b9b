import type { BoardId } from '@momentous/shared/domain/id'
import {
  AWARENESS,
  closeCodes,
  frames,
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
import type { Status } from './status.ts'

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
  /** Changes from the server were applied to the document; they are on its disk. */
  received(update: Uint8Array): void
  /** The server says what it has: what it lacks may go now. */
  lacking(vector: Uint8Array): void
  presence(update: Uint8Array): void
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
  sendPresence(update: Uint8Array): boolean
  close(): void
}

/** The server sends a frame at least every 5 s. */
const SILENCE_MS = 10_000
const WATCH_MS = 2_000
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
    protocols: ['momentous.v1', `cap.${address.token}`],
  })
  listen(provider, doc, ear)
  const stopStatus = followStatus(provider, ear)
  const stopWatch = watchSilence(provider)
  provider.connect()

  const raw = (bytes: Uint8Array<ArrayBuffer>): boolean => {
    if (!provider.wsconnected || provider.ws?.readyState !== OPENED) return false
    provider.ws.send(bytes)
    return true
  }
  return {
    send: (name, fields) => raw(new Uint8Array(writeFrame(name, fields))),
    sendUpdate: (kind, update) => raw(syncFrame(kind === 'update' ? messageYjsUpdate : messageYjsSyncStep2, update)),
    sendPresence: (update) => raw(presenceFrame(update)),
    close() {
      stopWatch()
      stopStatus()
      provider.destroy()
      unused.destroy()
    },
  }
}

function listen(provider: WebsocketProvider, doc: Y.Doc, ear: Ear): void {
  provider.messageHandlers[SYNC] = (_encoder, decoder) => {
    const kind = decoding.readVarUint(decoder)
    const bytes = decoding.readVarUint8Array(decoder)
    if (kind === messageYjsSyncStep1) return ear.lacking(bytes)
    Y.applyUpdate(doc, bytes, provider)
    ear.received(bytes)
    if (kind === messageYjsSyncStep2 && !provider.synced) provider.synced = true
  }
  provider.messageHandlers[AWARENESS] = (_encoder, decoder) => ear.presence(decoding.readVarUint8Array(decoder))
  provider.messageHandlers[QUERY_AWARENESS] = () => ear.presenceAsked()
  for (const { number } of Object.values(frames)) {
    provider.messageHandlers[number] = (_encoder, decoder) => {
      const frame = readFrame(number, decoder)
      if (frame !== null) ear.frame(frame)
    }
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
    if (event === null || event.code < 4400 || event.code >= 4500) {
      // What was said once stays until it is over: while it is tried again, every try fails in its own way.
      if (event !== null && event.code >= 4500) reason = { state: 'later', reason: event.reason || storeWords.tryLater }
      ear.status(reason ?? { state: 'offline' })
    }
  }
  const onEnd = ({ code, reason: said }: { code: number; reason: string }) => {
    if (code === closeCodes.linkGone) ear.status({ state: 'gone', why: 'link', reason: said || storeWords.linkGone })
    else if (code === closeCodes.noSuchBoard)
      ear.status({ state: 'gone', why: 'board', reason: said || storeWords.noSuchBoard })
    else ear.renew()
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

/** Opens the link anew when the server has been silent for too long, or does not even pick up; and when the network is back. */
function watchSilence(provider: WebsocketProvider): () => void {
  let since = Date.now()
  const again = () => {
    if (!provider.shouldConnect) return
    since = Date.now()
    provider.disconnect()
    provider.connect()
  }
  const onStatus = ({ status }: { status: string }) => {
    if (status === 'connecting') since = Date.now()
  }
  const onNetwork = () => {
    if (!provider.wsconnected) again()
  }
  // Nobody should have to wait ten seconds to hear what the device knows already.
  const onNoNetwork = () => {
    if (provider.wsconnected) again()
  }
  const timer = setInterval(() => {
    const heard = provider.wsconnected ? provider.wsLastMessageReceived : since
    const open = provider.wsconnected || provider.wsconnecting
    if (open && Date.now() - heard > SILENCE_MS) again()
  }, WATCH_MS)
  provider.on('status', onStatus)
  globalThis.addEventListener?.('online', onNetwork)
  globalThis.addEventListener?.('offline', onNoNetwork)
  return () => {
    clearInterval(timer)
    provider.off('status', onStatus)
    globalThis.removeEventListener?.('online', onNetwork)
    globalThis.removeEventListener?.('offline', onNoNetwork)
  }
}

function syncFrame(kind: number, update: Uint8Array): Uint8Array<ArrayBuffer> {
  return framed(SYNC, (encoder) => {
    encoding.writeVarUint(encoder, kind)
    encoding.writeVarUint8Array(encoder, update)
  })
}

function presenceFrame(update: Uint8Array): Uint8Array<ArrayBuffer> {
  return framed(AWARENESS, (encoder) => encoding.writeVarUint8Array(encoder, update))
}

function framed(number: number, write: (encoder: encoding.Encoder) => void): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, number)
  write(encoder)
  return encoding.toUint8Array(encoder)
}
