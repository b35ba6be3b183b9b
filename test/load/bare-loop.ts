import type { AddressInfo } from 'node:net'
import { WebSocketServer, WebSocket } from 'ws'
import './collect-garbage.ts'

/** What comes in on a path goes to everybody else on it, one write each, as it came. */
const rooms = new Map<string, Set<WebSocket>>()
const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })

server.on('connection', (socket, { url = '' }) => {
  const room = rooms.get(url) ?? new Set()
  rooms.set(url, room.add(socket))
  socket.on('message', (message, binary) => {
    for (const other of room)
      if (other !== socket && other.readyState === WebSocket.OPEN) other.send(message, { binary })
  })
  socket.on('close', () => {
    room.delete(socket)
    if (room.size === 0) rooms.delete(url)
  })
})
server.on('listening', () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`))
process.on('SIGTERM', () => process.exit(0))
