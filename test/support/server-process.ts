import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

const server = join(import.meta.dirname, '..', '..', 'server')

export interface ServerProcess {
  /** The address that it printed; null when it ended without one. */
  readonly origin: string | null
  readonly pid: number
  /** Sends a signal and answers with the exit code, null when it was killed. */
  end(signal: NodeJS.Signals): Promise<number | null>
  /** Exit code of one that ended by itself. */
  ended(): Promise<number | null>
  /** Everything that it wrote to its error output so far. */
  complaints(): string
}

/** The server that `npm start` becomes, in a process of its own; gone at the end of the test. */
export function serverProcess(env: Record<string, string>, ...flags: string[]): Promise<ServerProcess> {
  return started(join(server, 'src', 'main.ts'), env, flags)
}

/** The same by what `npm start` runs; builds the client if that is stale. */
export function startedProcess(env: Record<string, string>, ...flags: string[]): Promise<ServerProcess> {
  return started(join(server, 'command', 'start.ts'), env, flags)
}

async function started(entry: string, env: Record<string, string>, flags: readonly string[]): Promise<ServerProcess> {
  const child = spawn(process.execPath, [entry, ...flags], { env: { PATH: process.env['PATH'], PORT: '0', ...env } })
  const closed = once(child, 'close') as Promise<[number | null]>
  let printed = ''
  let complained = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complained += text))
  const origin = await new Promise<string | null>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text
      const address = /https?:\S+/.exec(printed)
      if (address !== null) resolve(address[0])
    })
    void closed.then(() => resolve(null))
  })
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await closed
  })
  return {
    origin,
    pid: child.pid ?? 0,
    async end(signal) {
      child.kill(signal)
      return (await closed)[0]
    },
    ended: async () => (await closed)[0],
    complaints: () => complained,
  }
}
