import { updateKey } from '@momentous/shared/wire/update-key'
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { own, readRaw, sync } from './raw-frames.ts'

/** A socket that asks for nothing and only writes: what a test needs thousands of. */
export interface Knock {
  /** The rule that refused it, null when it is on the disk; the close code when nothing was said. */
  write(update: Uint8Array): Promise<string | number | null>
  /** The same of a command. */
  ask(name: string, args: unknown): Promise<string | number | null>
  isOpen(): boolean
  close(): void
}

export interface Door {
  readonly origin: string
  readonly board: string
  readonly token: string
  /** What the phase is, so that it is judged by the present one. */
  readonly phaseNumber: number
  /** An address of its own, so that thousands of sockets count for many networks. */
  readonly from?: string
}

export async function knock({ origin, board, token, phaseNumber, from = '127.0.0.1' }: Door): Promise<Knock> {
  const url = `${origin.replace('http', 'ws')}/sync/${board}`
  const socket = new WebSocket(url, ['momentous.v1', `cap.${token}`], { localAddress: from })
  onTestFinished(() => socket.terminate())
  socket.on('error', () => undefined)
  let asked = 0
  const answers = new Map<number | string, (answer: string | number | null) => void>()
  const answer = (key: number | string, rule: string | number | null) => {
    answers.get(key)?.(rule)
    answers.delete(key)
  }
  socket.on('message', (data: Buffer) => {
    const { number, fields } = readRaw(data)
    if (number === 66) answer(fields.id, fields.ok === true ? null : (fields.rule ?? fields.reason))
    if (number === 67) for (const key of fields.keys) answer(key, null)
    if (number === 68) answer(fields.key, fields.rule)
  })
  socket.on('close', (code) => [...answers.keys()].forEach((key) => answer(key, code)))
  await new Promise<void>((resolve) => {
    socket.once('open', () => resolve())
    socket.once('close', () => resolve())
  })
  socket.send(own(69, { now: Date.now(), phase: 'lobby', phaseNumber }))
  const say = (key: number | string, bytes: Uint8Array) =>
    new Promise<string | number | null>((resolve) => {
      if (socket.readyState !== WebSocket.OPEN) return resolve(0)
      answers.set(key, resolve)
      socket.send(bytes)
    })
  return {
    write: (update) => say(updateKey(update), sync(2, update)),
    ask(name, args) {
      const id = `knock-${Date.now()}-${Math.random().toString(36).slice(2, 8)}-${asked++}`
      return say(id, own(65, { id, name, args }))
    },
    isOpen: () => socket.readyState === WebSocket.OPEN,
    close: () => socket.close(),
  }
}
