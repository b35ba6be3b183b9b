import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')
const built = join(root, 'dist', 'client', 'index.html')
const sources = [
  'client/src',
  'client/worker',
  'client/build',
  'client/public',
  'client/index.html',
  'shared/src',
  'vite.config.ts',
  'package-lock.json',
]

const changedAt = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0

/** A folder counts too: a file that was taken away touches nothing else. */
const newestUnder = (path: string): number => {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return changedAt(path)
  const entries = readdirSync(path, { recursive: true, encoding: 'utf8' })
  return Math.max(changedAt(path), ...entries.map((entry) => changedAt(join(path, entry))))
}

/** True when the built client is missing or older than anything it is made of. */
const clientIsStale = (): boolean =>
  Math.max(...sources.map((source) => newestUnder(join(root, source)))) > changedAt(built)

/** Builds the client where it has to be built; answers whether a current client is there afterwards. */
export const buildClientIfStale = (): boolean => {
  if (!clientIsStale()) return true
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  return spawnSync(process.execPath, [vite, 'build'], { cwd: root, stdio: 'inherit' }).status === 0
}
