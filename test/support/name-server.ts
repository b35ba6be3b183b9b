import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { isIP } from 'node:net'
import { onTestFinished } from 'vitest'

export interface NameServer {
  readonly address: string
  /** Names that were asked for, in order. */
  readonly asked: readonly string[]
}

/** A real name server: `answer` says the addresses of a name, for the n-th time that it is asked for this kind of them. */
export async function nameServer(answer: (name: string, time: number) => readonly string[]): Promise<NameServer> {
  const asked: string[] = []
  const socket = createSocket('udp4')
  socket.on('message', (question, from) => {
    const { name, end } = nameIn(question)
    const wantsSix = question.readUInt16BE(end) === 28
    const kind = `${name} ${wantsSix ? 6 : 4}`
    asked.push(kind)
    const time = asked.filter((each) => each === kind).length
    const found = answer(name, time).filter((address) => isIP(address) === (wantsSix ? 6 : 4))
    socket.send(reply(question.subarray(0, end + 4), found), from.port, from.address)
  })
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  onTestFinished(() => void socket.close())
  return { address: `127.0.0.1:${socket.address().port}`, asked }
}

function nameIn(question: Buffer): { readonly name: string; readonly end: number } {
  const labels: string[] = []
  let at = 12
  for (let length = question[at] ?? 0; length > 0; length = question[at] ?? 0) {
    labels.push(question.toString('latin1', at + 1, at + 1 + length))
    at += 1 + length
  }
  return { name: labels.join('.').toLowerCase(), end: at + 1 }
}

function reply(question: Buffer, addresses: readonly string[]): Buffer {
  const head = Buffer.from(question)
  head.writeUInt16BE(0x8180, 2)
  head.writeUInt16BE(addresses.length, 6)
  head.writeUInt32BE(0, 8)
  return Buffer.concat([head, ...addresses.map(record)])
}

/** The name of the question, its kind, class IN, no time to live. */
function record(address: string): Buffer {
  const bytes = isIP(address) === 6 ? bytesOfSix(address) : Buffer.from(address.split('.').map(Number))
  const head = Buffer.from([0xc0, 0x0c, 0, bytes.length === 16 ? 28 : 1, 0, 1, 0, 0, 0, 0, 0, bytes.length])
  return Buffer.concat([head, bytes])
}

function bytesOfSix(address: string): Buffer {
  const [front = '', back = ''] = address.split('::')
  const words = (text: string) => text.split(':').filter((word) => word !== '')
  const [first, last] = [words(front), words(back)]
  const all = [...first, ...Array<string>(8 - first.length - last.length).fill('0'), ...last]
  return Buffer.from(all.map((word) => word.padStart(4, '0')).join(''), 'hex')
}
