import { updateKey } from '@momentous/shared/wire/update-key'
import * as decoding from 'lib0/decoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { sync } from '../support/raw-frames.ts'

/** Somebody who writes notes without a pause and remembers which of them the server has called saved. */
export interface HastyWriter {
  /** Ids of notes that are on the server's disk, by its own word. */
  readonly saved: ReadonlySet<string>
  readonly written: number
  /** The server closed the line in a way that says that what came was at fault; null when it never did. */
  readonly dismissed: number | null
  stop(): void
}

const SAVED = 67

/** Writes a note every so many milliseconds, once it has the board. Nothing here needs a test runner. */
export function hastyWriter(
  origin: string,
  board: string,
  token: string,
  every: number,
  newId: () => string,
): HastyWriter {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/sync/${board}`, ['momentous.v1', `cap.${token}`])
  const doc = new Y.Doc()
  const underWay = new Map<number, string>()
  const saved = new Set<string>()
  let written = 0
  let current = ''
  let timer: NodeJS.Timeout | null = null
  let dismissed: number | null = null
  const send = (kind: number, bytes: Uint8Array): void => {
    if (socket.readyState === WebSocket.OPEN) socket.send(sync(kind, bytes))
  }
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === 'server') return
    underWay.set(updateKey(update), current)
    send(2, update)
  })
  function write(): void {
    current = newId()
    written++
    doc.transact(() => {
      const note = new Y.Map<unknown>()
      note.set('text', new Y.Text(`Written in haste, ${written}`))
      note.set('order', 'a0')
      doc.getMap('moments').set(current, note)
      if (written % 2 === 0) doc.getMap('ink').set(`ink-${current}`, longStroke())
    })
  }

  socket.on('error', () => undefined)
  socket.on('close', (code) => {
    if (code >= 4400 && code < 4500) dismissed = code
  })
  socket.on('open', () => send(0, Y.encodeStateVector(doc)))
  socket.on('message', (frame: Buffer) => {
    const decoder = decoding.createDecoder(frame)
    const number = decoding.readVarUint(decoder)
    if (number === SAVED) {
      const { keys } = JSON.parse(decoding.readVarString(decoder)) as { keys: readonly number[] }
      for (const id of keys.map((key) => underWay.get(key))) if (id !== undefined) saved.add(id)
    }
    if (number !== 0) return
    const kind = decoding.readVarUint(decoder)
    const bytes = decoding.readVarUint8Array(decoder)
    if (kind === 0) return send(1, Y.encodeStateAsUpdate(doc, bytes))
    Y.applyUpdate(doc, bytes, 'server')
    if (doc.getMap('session').has('phase')) timer ??= setInterval(write, every)
  })
  return {
    saved,
    get written() {
      return written
    },
    get dismissed() {
      return dismissed
    },
    stop() {
      if (timer !== null) clearInterval(timer)
      socket.terminate()
      doc.destroy()
    },
  }
}

/** Some kilobytes, so that snapshots are made and the log is trimmed between two kills. */
function longStroke(): Y.Map<unknown> {
  const stroke = new Y.Map<unknown>()
  stroke.set(
    'points',
    Array.from({ length: 900 }, (_none, at) => (at % 3 === 2 ? 0.5 : at + 0.25)),
  )
  return stroke
}
