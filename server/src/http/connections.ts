import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import { networkOf, type Trusts } from './network.ts'

/** Connections of one network, asking or not: a browser opens a handful, a workshop of hundreds sits behind one address. */
const FROM_ONE = 3_000

/** Nobody holds all connections open; what comes by a proxy is the proxy's to bound. */
export function boundConnections(server: Server, trusts: Trusts, idle: number, most: number = FROM_ONE): void {
  const open = new Map<string, number>()
  server.on('connection', (socket: Socket) => {
    // One that never says anything isn't known to the clock of requests yet.
    socket.setTimeout(idle)
    const { remoteAddress } = socket
    if (remoteAddress === undefined || trusts(remoteAddress)) return
    const network = networkOf(remoteAddress)
    const before = open.get(network) ?? 0
    if (before >= most) return void socket.destroy()
    open.set(network, before + 1)
    socket.once('close', () => {
      const left = (open.get(network) ?? 1) - 1
      if (left === 0) open.delete(network)
      else open.set(network, left)
    })
  })
}
