import { join } from 'node:path'
import { pino, type Logger } from 'pino'
import { readConfig, type Config } from './config.ts'
import { createRooms } from './rooms/rooms.ts'
import { serve, type Running } from './serve.ts'
import { StorageFault } from './storage/storage-fault.ts'

const client = join(import.meta.dirname, '..', '..', 'dist', 'client')

/** How long a clean stop may take, in milliseconds. */
const PATIENCE = 10_000

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`)
}

/** A clean stop at the first signal, at once at the second. */
function stopOnSignal(running: Running, log: Logger): void {
  let stopping = false
  const stop = (): void => {
    if (stopping) process.exit(1)
    stopping = true
    setTimeout(() => process.exit(1), PATIENCE).unref()
    running.stop().catch((error: unknown) => {
      log.error({ err: error }, 'The server could not stop cleanly')
      process.exitCode = 1
    })
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

/** Why the server doesn't start, in words for whoever started it. */
function reasonOf(error: unknown, { port, host }: Config): string {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'EADDRINUSE') return `Port ${port} is taken by another program. Set PORT to another number.`
  if (code === 'EACCES') return `This account may not listen on port ${port}. Set PORT to a number above 1023.`
  if (code === 'EADDRNOTAVAIL')
    return `This machine has no address ${host}. Set HOST to one of its own, or leave it out.`
  if (error instanceof StorageFault) return `${error.message}${error.detail === '' ? '' : ` (${error.detail})`}`
  return error instanceof Error ? error.message : String(error)
}

async function main(): Promise<void> {
  const reading = readConfig()
  if (!reading.ok) {
    process.stderr.write(`${reading.problems.join('\n')}\n`)
    process.exitCode = 1
    return
  }
  const { config } = reading
  const log = pino({ level: config.log }, pino.destination(2))
  try {
    const running = await serve(config, { log, client, createRooms })
    stopOnSignal(running, log)
    const [first = '', ...others] = running.addresses
    print([`Momentous is ready. Open ${first}`, ...others.map((address) => `  or ${address}`)])
  } catch (error) {
    process.stderr.write(`${reasonOf(error, config)}\n`)
    process.exitCode = 1
  }
}

await main()
