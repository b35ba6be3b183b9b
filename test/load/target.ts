import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { frugalMemory } from '../../server/command/become-server.ts'
import { residentMemory } from './machine.ts'

/** A server under load, in a process of its own. */
export interface Target {
  readonly origin: string
  readonly pid: number
  /** Resident memory in kilobytes, once what nobody holds any more is gone. */
  settledMemory(): Promise<number>
  /** Ends cleanly and starts anew on the same boards, which are all cold then. */
  restart(): Promise<void>
  stop(): Promise<void>
}

export interface TargetWishes {
  /** The repository whose server runs. */
  readonly home: string
  /** The core that it gets for itself; null where cores can't be given. */
  readonly core: number | null
  /** Where it leaves its CPU profiles; null for none. */
  readonly profiles: string | null
}

const PATIENCE = 20_000
/** Memory is given back in several rounds; from this part of the last reading on there is no more to come. */
const STILL = 0.995
const ROUNDS = 12

/** The real server, as `npm start` runs it, with its own data folder: nothing is switched off. */
export function startServer(wishes: TargetWishes): Promise<Target> {
  const folder = mkdtempSync(join(tmpdir(), 'momentous-load-'))
  const { profiles, home } = wishes
  const options = [
    '--expose-gc',
    ...['--import', join(import.meta.dirname, 'collect-garbage.ts')],
    ...(profiles === null ? [] : ['--cpu-prof', '--cpu-prof-interval', '250', '--cpu-prof-dir', profiles]),
  ]
  const environment = { ...frugalMemory, DATA: join(folder, 'boards'), PORT: '0', HOST: '127.0.0.1' }
  return launch([...options, join(home, 'server', 'src', 'main.ts')], environment, wishes.core, folder)
}

/** The floor: a loop that sends every message to everybody else, without rules, disk or document. */
export function startBareLoop(core: number | null): Promise<Target> {
  const folder = mkdtempSync(join(tmpdir(), 'momentous-load-'))
  return launch([join(import.meta.dirname, 'bare-loop.ts')], {}, core, folder)
}

async function launch(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  core: number | null,
  folder: string,
): Promise<Target> {
  const start = () =>
    begin([...(core === null ? [] : ['taskset', '-c', String(core)]), process.execPath, ...args], environment)
  let running = await start()
  return {
    get origin() {
      return running.origin
    },
    get pid() {
      return running.pid
    },
    async settledMemory() {
      let least = Infinity
      for (let round = 0; round < ROUNDS; round++) {
        process.kill(running.pid, 'SIGUSR2')
        await wait(700)
        const now = residentMemory(running.pid)
        if (now > least * STILL) break
        least = now
      }
      return least
    },
    async restart() {
      await running.end()
      running = await start()
    },
    async stop() {
      await running.end()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

interface Running {
  readonly origin: string
  readonly pid: number
  end(): Promise<void>
}

async function begin(
  [command = '', ...args]: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Running> {
  const child = spawn(command, args, {
    env: { ...process.env, NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const orphaned = () => void child.kill('SIGKILL')
  process.once('exit', orphaned)
  const origin = await addressOf(child)
  return {
    origin,
    pid: child.pid ?? 0,
    async end() {
      process.off('exit', orphaned)
      child.kill('SIGTERM')
      const late = setTimeout(orphaned, PATIENCE)
      await ended
      clearTimeout(late)
    },
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = ''
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      printed += text
      const address = /http:\/\/[\d.]+:\d+/.exec(printed)
      if (address !== null) resolve(address[0])
    })
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`The server ended with ${code} before it was ready.`)))
    setTimeout(() => reject(new Error('The server was not ready in time.')), PATIENCE).unref()
  })
}
