import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { awareness, own, readRaw, sync, takeSync, type RawFrame } from './raw-frames.ts'

/**
 * A socket and a document, and not a line of the application: what somebody with a debugger could write. Everything that
 * the server ever sent is kept.
 */
export interface RawClient {
  readonly doc: Y.Doc
  readonly frames: readonly RawFrame[]
  /** The close code, once the server has closed. */
  readonly closed: Promise<number>
  isOpen(): boolean
  send(bytes: Uint8Array): void
  /** An update frame of the sync protocol; answers with the key under which `saved` will name it. */
  update(bytes: Uint8Array): void
  ours(number: number, fields: unknown): void
  presence(state: unknown, client?: number, clock?: number): void
  /** Changes the document and sends what that made. */
  write(change: (doc: Y.Doc) => void): Uint8Array
  /** The first frame, past or to come, that fits; rejects after a few seconds. */
  frame(number: number, fits?: (fields: RawFrame['fields']) => boolean): Promise<RawFrame>
  /** Resolves once the document fulfils it. */
  until(holds: (doc: Y.Doc) => boolean, what?: string): Promise<void>
  close(): void
}

export interface RawOptions {
  /** Asks for `momentous.v1`; a stock client doesn't. */
  readonly ours?: boolean
  readonly doc?: Y.Doc
  readonly protocols?: readonly string[]
}

const PATIENCE = 8_000

export function rawClient(origin: string, board: string, token: string, options: RawOptions = {}): RawClient {
  const { ours = true, doc = new Y.Doc() } = options
  const protocols = options.protocols ?? [...(ours ? ['momentous.v1'] : []), `cap.${token}`]
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/sync/${board}`, [...protocols])
  const frames: RawFrame[] = []
  const watchers = new Set<() => void>()
  const look = () => [...watchers].forEach((watch) => watch())
  socket.on('error', () => undefined)
  const closed = new Promise<number>((resolve) => socket.on('close', (code) => resolve(code)))
  socket.on('open', () => socket.send(sync(0, Y.encodeStateVector(doc))))
  socket.on('message', (data: Buffer) => {
    frames.push(readRaw(data))
    const answer = takeSync(doc, data)
    if (answer !== null) socket.send(answer)
    look()
  })
  doc.on('update', look)

  const wait = <Result>(found: () => Result | undefined, what: string): Promise<Result> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        watchers.delete(watch)
        reject(new Error(`Nothing came: ${what}`))
      }, PATIENCE)
      const watch = () => {
        const result = found()
        if (result === undefined) return
        clearTimeout(timer)
        watchers.delete(watch)
        resolve(result)
      }
      watchers.add(watch)
      watch()
    })

  const send = (bytes: Uint8Array) => {
    if (socket.readyState === WebSocket.OPEN) socket.send(bytes)
    else socket.once('open', () => socket.send(bytes))
  }
  onTestFinished(() => socket.terminate())
  let presenceClock = 0
  return {
    doc,
    frames,
    closed,
    isOpen: () => socket.readyState === WebSocket.OPEN,
    send,
    update: (bytes) => send(sync(2, bytes)),
    ours: (number, fields) => send(own(number, fields)),
    presence: (state, client = doc.clientID, clock = ++presenceClock) => send(awareness(client, clock, state)),
    write(change) {
      const made: Uint8Array[] = []
      const take = (update: Uint8Array) => made.push(update)
      doc.on('update', take)
      doc.transact(() => change(doc))
      doc.off('update', take)
      const [update] = made
      if (update === undefined) throw new Error('Nothing was written.')
      send(sync(2, update))
      return update
    },
    frame: (number, fits = () => true) =>
      wait(() => frames.find((frame) => frame.number === number && fits(frame.fields)), `frame ${number}`),
    until: (holds, what = 'the document') => wait(() => (holds(doc) ? true : undefined), what).then(() => undefined),
    close: () => socket.close(),
  }
}
