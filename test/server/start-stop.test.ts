import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { ask } from '../support/ask.ts'
import { serverProcess, startedProcess } from '../support/server-process.ts'
import { tempFolder } from '../support/temp-folder.ts'

const makeBoard = async (origin: string | null): Promise<{ id: string; token: string }> => {
  const { json } = await ask(origin ?? '', 'POST', '/api/boards', null, { title: 'The shop', why: 'Customers frown' })
  return { id: json.id, token: json.tokens.facilitator }
}
const look = async (origin: string | null, { id, token }: { id: string; token: string }): Promise<number> =>
  (await ask(origin ?? '', 'GET', `/api/boards/${id}`, token)).status

test(
  'stops cleanly with a socket and a connection still open, and finds everything again',
  { timeout: 20_000 },
  async () => {
    const env = { DATA: tempFolder() }
    const first = await serverProcess(env)
    const board = await makeBoard(first.origin)
    const socket = new WebSocket(`${first.origin?.replace('http', 'ws')}/sync/${board.id}`, [
      'momentous.v1',
      `cap.${board.token}`,
    ])
    await once(socket, 'message')
    const gone = once(socket, 'close')
    expect(await first.end('SIGTERM')).toBe(0)
    // A code that the client answers by coming back.
    expect((await gone)[0]).toBe(1012)
    expect(first.complaints()).toBe('')
    const second = await serverProcess(env)
    expect(await look(second.origin, board)).toBe(200)
  },
)

test(
  'by npm start it is the process that was started, and hands memory back sooner unless somebody chose otherwise',
  { timeout: 60_000 },
  async () => {
    // Elsewhere there is neither that allocator nor a way to see what a process was started with.
    const isLinux = process.platform === 'linux'
    const settingsOf = (pid: number) =>
      (isLinux ? readFileSync(`/proc/${pid}/environ`, 'utf8') : '')
        .split('\0')
        .filter((each) => each.startsWith('MALLOC'))
    const env = { DATA: tempFolder() }
    const first = await startedProcess(env)
    const board = await makeBoard(first.origin)
    expect(settingsOf(first.pid)).toEqual(
      isLinux ? ['MALLOC_MMAP_THRESHOLD_=32768', 'MALLOC_TRIM_THRESHOLD_=65536'] : [],
    )
    expect(await first.end('SIGTERM')).toBe(0)
    expect(first.complaints()).toBe('')
    const second = await startedProcess({ ...env, MALLOC_TRIM_THRESHOLD_: '1000000' })
    expect(settingsOf(second.pid)).toEqual(isLinux ? ['MALLOC_TRIM_THRESHOLD_=1000000'] : [])
    expect(await look(second.origin, board)).toBe(200)
  },
)

test('finds everything again after it was killed', { timeout: 20_000 }, async () => {
  const env = { DATA: tempFolder() }
  const first = await serverProcess(env)
  const board = await makeBoard(first.origin)
  expect(await first.end('SIGKILL')).toBeNull()
  const second = await serverProcess(env)
  expect(await look(second.origin, board)).toBe(200)
})

test('says in a sentence why it doesn’t start', { timeout: 60_000 }, async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  onTestFinished(() => void taken.close())
  const { port } = taken.address() as AddressInfo
  const folder = tempFolder()
  const running = await serverProcess({ DATA: folder })
  expect(running.origin).not.toBeNull()
  const reasons: readonly [Record<string, string>, string[], RegExp][] = [
    [{ DATA: folder }, [], /^Another Momentous server already uses this data folder\./],
    [{ DATA: tempFolder(), PORT: String(port) }, [], new RegExp(`^Port ${port} is taken by another program\\.`)],
    [{ DATA: tempFolder(), HOST: '203.0.113.7' }, [], /^This machine has no address 203\.0\.113\.7\./],
    [{ DATA: 'postgres://db/boards' }, [], /^DATA names a PostgreSQL server\./],
    [{ DATA: tempFolder() }, ['--fast'], /^Nothing is known about --fast\./],
  ]
  for (const [env, flags, sentence] of reasons) {
    const refused = await serverProcess(env, ...flags)
    expect([refused.origin, await refused.ended()]).toEqual([null, 1])
    expect(refused.complaints()).toMatch(sentence)
    expect(refused.complaints().trim().split('\n')).toHaveLength(1)
  }
})

test('--lan listens on every address', { timeout: 20_000 }, async () => {
  const { origin } = await serverProcess({ DATA: tempFolder() }, '--lan')
  expect(origin).toMatch(/^http:\/\/localhost:\d+$/)
  expect((await fetch(`${origin}/healthz`)).status).toBe(200)
})
