/** A payload this large isn't copied: it goes behind its header as it is. */
export const LARGE = 64 * 1024

const FINAL = 0x80
const BINARY = 0x2
const PING = 0x9

/** One WebSocket message as a server writes it, unmasked: made once, it may go to any number of sockets. */
export function framed(payload: Uint8Array): Buffer {
  return Buffer.concat([headerOf(payload.length), payload])
}

/** What comes before a payload of this length. */
export function headerOf(length: number): Buffer {
  if (length < 126) return Buffer.from([FINAL | BINARY, length])
  const header = Buffer.allocUnsafe(length < 65_536 ? 4 : 10)
  header[0] = FINAL | BINARY
  header[1] = length < 65_536 ? 126 : 127
  if (length < 65_536) header.writeUInt16BE(length, 2)
  else header.writeBigUInt64BE(BigInt(length), 2)
  return header
}

export const pingFrame: Buffer = Buffer.from([FINAL | PING, 0])
