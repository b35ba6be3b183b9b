import type { AddressInfo } from 'node:net'
import { frames, PACK, SYNC, writeFrame, type FrameName, type FrameOf } from '@momentous/shared/wire/frames'
import { readPack } from '@momentous/shared/wire/pack'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { onTestFinished } from 'vitest'
import { WebSocketServer, type WebSocket } from 'ws'
import * as Y from 'yjs'

/** Frames of ours that are JSON. */
const numbers: ReadonlySet<number> = new Set(Object.values(frames).map(({ number }) => number))

/** One page's socket, in the hands of a test. */
export interface StubPeer {
  /** Numbers of all frames that came, in their order. */
  readonly heard: readonly number[]
  /** The same, message by message. */
  readonly messages: readonly (readonly number[])[]
  /** Fields of the frames of ours that came. */
  fieldsOf<Name extends FrameName>(name: Name): readonly FrameOf<Name>[]
  tell<Name extends FrameName>(name: Name, fields: FrameOf<Name>): void
  raw(bytes: Uint8Array): void
  close(code: number, reason?: string): void
}

export interface StubServer {
  readonly origin: string
  readonly peers: readonly StubPeer[]
}

/** A server that greets, gives everybody an empty board, and does nothing else unless the test does. */
export async function stubServer(greet: (peer: StubPeer) => void = welcome): Promise<StubServer> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  await new Promise((resolve) => server.once('listening', resolve))
  onTestFinished(() => {
    for (const socket of server.clients) socket.terminate()
    server.close()
  })
  const peers: StubPeer[] = []
  server.on('connection', (socket) => {
    const peer = peerOf(socket)
    peers.push(peer)
    greet(peer)
  })
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, peers }
}

export const hello: FrameOf<'hello'> = {
  seat: { id: 'seat-of-ann' as FrameOf<'hello'>['seat']['id'], name: 'Ann', role: 'participant', seated: true },
  epoch: 1,
  phaseNumber: 0,
  now: 1_000_000,
  serverClient: 1,
}

function welcome(peer: StubPeer): void {
  peer.tell('hello', hello)
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, SYNC)
  encoding.writeVarUint(encoder, 1)
  encoding.writeVarUint8Array(encoder, Y.encodeStateAsUpdate(new Y.Doc()))
  peer.raw(encoding.toUint8Array(encoder))
}

function peerOf(socket: WebSocket): StubPeer {
  const heard: number[] = []
  const fields = new Map<number, unknown[]>()
  const take = (frame: Uint8Array): void => {
    const decoder = decoding.createDecoder(frame)
    const number = decoding.readVarUint(decoder)
    if (number === PACK) return readPack(decoder).forEach(take)
    heard.push(number)
    if (!numbers.has(number)) return
    fields.set(number, [...(fields.get(number) ?? []), JSON.parse(decoding.readVarString(decoder))])
  }
  const messages: (readonly number[])[] = []
  socket.on('message', (data: Buffer) => {
    const before = heard.length
    take(data)
    messages.push(heard.slice(before))
  })
  return {
    heard,
    messages,
    fieldsOf: (name) => (fields.get(frames[name].number) ?? []) as FrameOf<typeof name>[],
    tell: (name, told) => socket.send(writeFrame(name, told)),
    raw: (bytes) => socket.send(bytes),
    close: (code, reason) => socket.close(code, reason),
  }
}
