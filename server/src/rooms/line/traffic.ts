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
  return {
    follow(line: Counting) {
      open.add(line)
      line.once('close', () => {
        open.delete(line)
        received += line.bytesRead ?? 0
        sent += line.bytesWritten ?? 0
      })
    },
    total: () => ({
      received: [...open].reduce((sum, { bytesRead = 0 }) => sum + bytesRead, received),
      sent: [...open].reduce((sum, { bytesWritten = 0 }) => sum + bytesWritten, sent),
    }),
  }
}
