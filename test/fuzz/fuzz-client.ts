import { updateKey } from '@momentous/shared/wire/update-key'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { own, readRaw, sync, takeSync } from '../support/raw-frames.ts'
import type { TestSession } from '../support/session-builder.ts'

/** A tab: a document that outlives its sockets, until a refusal takes it away. */
export interface FuzzClient {
  readonly doc: Y.Doc
  connect(session: TestSession): void
  drop(): void
  /** Changes the document; what that made is sent, kept back, lost, or sent in another order, as the network likes. */
  write(change: (doc: Y.Doc) => void): void
  /** Sends whatever was kept back. */
  flush(): void
  /** Says everything that it has, though nobody asked. */
  sayAll(): void
  tellPhase(number: number): void
  isOpen(): boolean
  /** Everything that it wrote and sent is on the disk, by the server's word. */
  isSaved(): boolean
  readonly refusals: readonly string[]
  readonly closes: readonly number[]
  end(): void
}

export function fuzzClient(token: string, chance: () => number): FuzzClient {
  let doc = new Y.Doc()
  let socket: WebSocket | null = null
  const kept: Uint8Array[] = []
  const refusals: string[] = []
  const closes: number[] = []
  const underWay = new Set<number>()

  function fresh(): void {
    doc.destroy()
    doc = new Y.Doc()
    kept.length = 0
    underWay.clear()
  }

  const send = (bytes: Uint8Array): void => {
    if (socket?.readyState === WebSocket.OPEN) socket.send(bytes)
  }

  function take(data: Buffer): void {
    const { number, fields } = readRaw(data)
    if (number === 67) for (const key of fields.keys) underWay.delete(key)
    if (number === 68) refusals.push(`${fields.rule}: ${fields.reason}`)
    const answer = takeSync(doc, data)
    if (answer !== null) send(answer)
  }

  function sendUpdate(update: Uint8Array): void {
    // On a line that isn't there yet it gets lost; the answer to the server's question covers it.
    if (socket?.readyState !== WebSocket.OPEN) return
    underWay.add(updateKey(update))
    send(sync(2, update))
  }

  return {
    get doc() {
      return doc
    },
    refusals,
    closes,
    connect({ origin, board }) {
      if (socket !== null) return
      const url = `${origin.replace('http', 'ws')}/sync/${board}`
      const opened = new WebSocket(url, ['momentous.v1', `cap.${token}`])
      socket = opened
      // What was under way is covered by the answer to the server's question.
      underWay.clear()
      kept.length = 0
      opened.on('error', () => undefined)
      opened.on('open', () => send(sync(0, Y.encodeStateVector(doc))))
      opened.on('message', (data: Buffer) => {
        if (socket === opened) take(data)
      })
      opened.on('close', (code) => {
        if (socket !== opened) return
        closes.push(code)
        socket = null
        if (code === 4409) fresh()
      })
    },
    drop() {
      const dropped = socket
      socket = null
      dropped?.terminate()
    },
    write(change) {
      const made: Uint8Array[] = []
      const takeUpdate = (update: Uint8Array) => void made.push(update)
      doc.on('update', takeUpdate)
      doc.transact(() => change(doc))
      doc.off('update', takeUpdate)
      for (const update of made) {
        const luck = chance()
        if (luck < 0.03) continue
        if (luck < 0.15) kept.push(update)
        else sendUpdate(update)
      }
    },
    flush() {
      for (const update of kept.splice(0).toReversed()) sendUpdate(update)
    },
    sayAll: () => send(sync(1, Y.encodeStateAsUpdate(doc))),
    tellPhase: (phaseNumber) => send(own(69, { now: Date.now(), phase: 'lobby', phaseNumber })),
    isOpen: () => socket?.readyState === WebSocket.OPEN,
    isSaved: () => underWay.size === 0 && kept.length === 0,
    end() {
      const last = socket
      socket = null
      last?.terminate()
      doc.destroy()
    },
  }
}
