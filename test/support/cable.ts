import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

export interface Cable {
  /** Where the far end answers: the same server, through this cable. */
  readonly origin: string
  /** Ends every connection and takes no new one, as a lost network does. */
  cut(): void
  mend(): void
  /** What the server says waits; what it is told goes on. */
  hold(): void
  release(): void
  close(): Promise<void>
}

/** A network cable between pages and the server, that a test can pull. */
export async function layCable(to: string): Promise<Cable> {
  const { port, hostname } = new URL(to)
  const open = new Set<Socket>()
  const fars = new Set<Socket>()
  let whole = true
  let held = false
  const server = createServer((near) => {
    if (!whole) return near.destroy()
    const far = connect(Number(port), hostname)
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        open.delete(one)
        other.destroy()
      })
    }
    fars.add(far)
    far.on('close', () => fars.delete(far))
    near.pipe(far)
    far.on('data', (bytes) => near.write(bytes)).on('end', () => near.end())
    if (held) far.pause()
    return undefined
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const cut = () => {
    whole = false
    for (const socket of open) socket.destroy()
  }
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut,
    mend: () => {
      whole = true
    },
    hold() {
      held = true
      for (const far of fars) far.pause()
    },
    release() {
      held = false
      for (const far of fars) far.resume()
    },
    async close() {
      cut()
      server.close()
      await once(server, 'close')
    },
  }
}

/** The same for one test: it is gone with it. */
export async function cableTo(to: string): Promise<Cable> {
  const cable = await layCable(to)
  onTestFinished(cable.close)
  return cable
}
