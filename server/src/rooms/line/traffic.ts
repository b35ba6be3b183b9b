import type { Duplex } from 'node:stream'

/** What went over the sockets of all boards so far, in bytes. Costs nothing until somebody asks. */
export interface Traffic {
  follow(line: Duplex): void
  total(): { readonly received: number; readonly sent: number }
}

type Counting = Duplex & { readonly bytesRead?: number; readonly bytesWritten?: number }

export function createTraffic(): Traffic {
  const open = new Set<Counting>()
  let received = 0
  let sent = 0

  /** The same for all lines, so that following one costs next to nothing. */
  function closed(this: Counting): void {
    open.delete(this)
    received += this.bytesRead ?? 0
    sent += this.bytesWritten ?? 0
  }

  return {
    follow(line: Counting) {
      open.add(line)
      line.on('close', closed)
    },
    total: () => ({
      received: [...open].reduce((sum, { bytesRead = 0 }) => sum + bytesRead, received),
      sent: [...open].reduce((sum, { bytesWritten = 0 }) => sum + bytesWritten, sent),
    }),
  }
}
