import { join } from 'node:path'

const main = join(import.meta.dirname, '..', 'src', 'main.ts')

/**
 * How Linux's C library hands memory back to the machine: what came in large pieces at once, not when something else beside
 * it goes too. An idle room then takes 27 kB instead of 35 and the empty server 30 MB less, for some 5 % more work while
 * people work (`npm run bench:server -- --only memory` and `fixed`). Read once, at the start of a process.
 */
export const frugalMemory = { MALLOC_MMAP_THRESHOLD_: '32768', MALLOC_TRIM_THRESHOLD_: '65536' } as const

/** This very process becomes the server, under the same number: signals and supervisors notice nothing. */
export async function becomeServer(): Promise<void> {
  const { execPath, execArgv, env, platform } = process
  const isChosen = Object.keys(frugalMemory).some((name) => env[name] !== undefined)
  if (platform === 'linux' && !isChosen && process.execve !== undefined) {
    process.execve(execPath, [execPath, ...execArgv, main, ...process.argv.slice(2)], { ...env, ...frugalMemory })
  }
  await import('../src/main.ts')
}
