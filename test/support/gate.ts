import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** A stretch of network between pages and a server, that a test can cut or stop. */
export interface Gate {
  readonly origin: string
  /** Breaks every connection off and lets nobody through. */
  cut(): void
  mend(): void
  /** What the server says waits; what it is told goes on. */
  hold(): void
  release(): void
}

export async function gateTo(origin: string): Promise<Gate> {
  const port = Number(new URL(origin).port)
  const pairs = new Set<readonly [Socket, Socket]>()
  let open = true
  let held = false

  const server = createServer((page) => {
    if (!open) return void page.destroy()
    const behind = connect(port, '127.0.0.1')
    const pair = [page, behind] as const
    pairs.add(pair)
    const end = () => {
      pairs.delete(pair)
      for (const each of pair) each.destroy()
    }
    for (const each of pair) each.on('error', end).on('close', end)
    page.pipe(behind)
    behind.on('data', (bytes) => page.write(bytes))
    if (held) behind.pause()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const cut = () => {
    open = false
    for (const [page, behind] of [...pairs]) {
      page.destroy()
      behind.destroy()
    }
  }
  onTestFinished(() => {
    cut()
    server.close()
  })
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut,
    mend() {
      open = true
    },
    hold() {
      held = true
      for (const [, behind] of pairs) behind.pause()
    },
    release() {
      held = false
      for (const [, behind] of pairs) behind.resume()
    },
  }
}
