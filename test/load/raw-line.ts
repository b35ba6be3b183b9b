import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'

export interface LineWishes {
  readonly url: URL
  readonly protocols: readonly string[]
  /** Behind which address this person sits, as a proxy would say. */
  readonly from: string
  /** Gets the payload of every frame. A line that nobody listens to only counts them, which costs next to nothing. */
  readonly hear?: ((payload: Buffer) => void) | undefined
  /** Reads only when it is woken: thousands of lines together stay cheaper than the server that they load. */
  readonly sleepy?: boolean
  readonly opened: (line: RawLine) => void
  readonly closed: (why: string) => void
}

/** A web socket on a bare TCP connection. */
export interface RawLine {
  frames(): number
  bytes(): number
  isOpen(): boolean
  /** Bytes that haven't left yet. */
  waits(): number
  send(payload: Uint8Array): void
  wake(): void
  close(): void
}

const TEXT = 1
const BINARY = 2
const CLOSE = 8
const PING = 9
const PONG = 10
/** Any key will do, but zeros, which would spare the server the work. */
const MASK = [0x37, 0xfa, 0x21, 0x3d] as const
/** All lines read into the same memory; what is kept is copied. */
const landing = Buffer.allocUnsafe(1 << 18)

export function rawLine(wishes: LineWishes): RawLine {
  const { url, protocols, hear, sleepy = false } = wishes
  const count = { frames: 0, bytes: 0 }
  let open = false
  let greeting = ''
  let why = 'the line broke'
  const frames = frameReader({
    wants: (opcode) => (opcode <= BINARY ? hear !== undefined : true),
    frame(opcode, payload) {
      if (opcode <= BINARY) {
        count.frames++
        if (payload !== null) hear?.(payload)
      } else if (opcode === PING) socket.write(masked(payload ?? Buffer.alloc(0), PONG))
      else if (opcode === CLOSE) {
        if (payload !== null && payload.length >= 2) why = `${payload.readUInt16BE(0)} ${payload.toString('utf8', 2)}`
        socket.end()
      }
    },
  })

  function take(bytes: Buffer): void {
    count.bytes += bytes.length
    if (open) return frames(bytes)
    greeting += bytes.toString('latin1')
    const end = greeting.indexOf('\r\n\r\n')
    if (end < 0) return
    if (!greeting.startsWith('HTTP/1.1 101')) {
      why = greeting.slice(9, 60)
      socket.destroy()
      return
    }
    open = true
    const rest = Buffer.from(greeting.slice(end + 4), 'latin1')
    wishes.opened(line)
    if (rest.length > 0) frames(rest)
  }

  const socket: Socket = connect({
    host: url.hostname,
    port: Number(url.port),
    noDelay: true,
    onread: {
      buffer: landing,
      callback(size, buffer) {
        take((buffer as Buffer).subarray(0, size))
        return !(sleepy && open)
      },
    },
  })
  socket.on('connect', () => socket.write(upgrade(url, protocols, wishes.from)))
  socket.on('error', (error) => (why = error.message))
  socket.on('close', () => {
    open = false
    wishes.closed(why)
  })
  const line: RawLine = {
    frames: () => count.frames,
    bytes: () => count.bytes,
    isOpen: () => open,
    waits: () => socket.writableLength,
    send(payload) {
      if (open) socket.write(masked(payload, BINARY))
    },
    wake() {
      if (sleepy && open) socket.resume()
    },
    close: () => socket.destroy(),
  }
  return line
}

function upgrade(url: URL, protocols: readonly string[], from: string): string {
  const lines = [
    `GET ${url.pathname} HTTP/1.1`,
    `Host: ${url.host}`,
    'Upgrade: websocket',
    'Connection: Upgrade',
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
    'Sec-WebSocket-Version: 13',
    `X-Forwarded-For: ${from}`,
    ...(protocols.length > 0 ? [`Sec-WebSocket-Protocol: ${protocols.join(', ')}`] : []),
  ]
  return `${lines.join('\r\n')}\r\n\r\n`
}

function masked(payload: Uint8Array, opcode: number): Buffer {
  const size = payload.length
  const head = size < 126 ? 6 : size < 65_536 ? 8 : 14
  const frame = Buffer.allocUnsafe(head + size)
  frame[0] = 0x80 | opcode
  if (size < 126) frame[1] = 0x80 | size
  else if (size < 65_536) {
    frame[1] = 0xfe
    frame.writeUInt16BE(size, 2)
  } else {
    frame[1] = 0xff
    frame.writeUInt32BE(0, 2)
    frame.writeUInt32BE(size, 6)
  }
  frame.set(MASK, head - 4)
  for (let at = 0; at < size; at++) frame[head + at] = (payload[at] ?? 0) ^ (MASK[at & 3] ?? 0)
  return frame
}

interface FrameEar {
  /** Is the payload of such a frame worth a copy? */
  wants(opcode: number): boolean
  frame(opcode: number, payload: Buffer | null): void
}

/** Walks over the headers of a server's frames, which come unmasked, however they are cut into pieces. */
function frameReader(ear: FrameEar): (bytes: Buffer) => void {
  const head = Buffer.alloc(10)
  let headSize = 0
  let opcode = TEXT
  let left = 0
  let parts: Buffer[] | null = null

  function end(): void {
    const all = parts
    parts = null
    ear.frame(opcode, all === null ? null : all.length === 1 ? (all[0] ?? null) : Buffer.concat(all))
  }

  return (bytes) => {
    let at = 0
    while (at < bytes.length) {
      if (left > 0) {
        const size = Math.min(left, bytes.length - at)
        parts?.push(Buffer.from(bytes.subarray(at, at + size)))
        left -= size
        at += size
        if (left === 0) end()
        continue
      }
      head[headSize++] = bytes[at++] ?? 0
      if (headSize < 2 || headSize < headSizeOf(head)) continue
      headSize = 0
      opcode = (head[0] ?? 0) & 15
      left = payloadSizeOf(head)
      parts = ear.wants(opcode) ? [] : null
      if (left === 0) end()
    }
  }
}

function headSizeOf(head: Buffer): number {
  const short = (head[1] ?? 0) & 127
  return short < 126 ? 2 : short === 126 ? 4 : 10
}

function payloadSizeOf(head: Buffer): number {
  const short = (head[1] ?? 0) & 127
  return short < 126 ? short : short === 126 ? head.readUInt16BE(2) : head.readUInt32BE(6)
}
