import { spawn } from 'node:child_process'
import { join } from 'node:path'

/** `npm run dev`: the room server and Vite side by side, both reloading; when one ends, so does the other. */
const root = join(import.meta.dirname, '..', '..')
const page = 'http://localhost:5173'
const run = (args: string[], env: Record<string, string>) =>
  spawn(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })

const children = [
  run(['--watch', '--watch-preserve-output', 'server/src/main.ts'], { PUBLIC_URL: page }),
  run([join('node_modules', 'vite', 'bin', 'vite.js'), '--strictPort', '--port', '5173'], {}),
]

const stop = () => {
  for (const child of children) child.kill()
}
for (const child of children) child.on('exit', stop)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop)
