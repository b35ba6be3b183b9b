import { spawn } from 'node:child_process'
import { join } from 'node:path'

const bin = join(import.meta.dirname, '..', '..', 'node_modules', '.bin')

/** `npm run check`: types, lint and format side by side; what is wrong is printed, one tool after the other. */
const tools = [
  ...['shared', 'server', 'client', 'client/worker', 'client/build', 'test'].map((workspace) => [
    'tsc',
    '-p',
    workspace,
  ]),
  ['oxlint'],
  ['oxfmt', '--check'],
]

const run = ([name = '', ...args]: string[]) =>
  new Promise<{ command: string; passed: boolean; output: string }>((resolve) => {
    const child = spawn(join(bin, name), args, { stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.on('close', (code) => resolve({ command: [name, ...args].join(' '), passed: code === 0, output }))
  })

const started = Date.now()
const results = await Promise.all(tools.map(run))
for (const { command, passed, output } of results) {
  console.log(`${passed ? 'ok  ' : 'FAIL'} ${command}`)
  if (!passed) console.log(output.trimEnd())
}
console.log(`${((Date.now() - started) / 1000).toFixed(1)} s`)
process.exitCode = results.every(({ passed }) => passed) ? 0 : 1
