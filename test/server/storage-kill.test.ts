import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openSqlite } from '../../server/src/storage/sqlite.ts'
import { boardId, textOf } from '../support/storage-entries.ts'
import { tempFolder } from '../support/temp-folder.ts'

const writer = join(import.meta.dirname, '..', 'support', 'storage-writer.ts')

/** Lets a child write for some time after its first commit, kills it, and answers what it had said to be on the disk. */
async function writeUntilKilled(folder: string, round: number, lifetime: number): Promise<ReadonlyMap<string, number>> {
  const child = spawn(process.execPath, [writer, folder, String(round)], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
  await once(child.stdout, 'data')
  await wait(lifetime)
  child.kill('SIGKILL')
  await once(child, 'close')
  const acknowledged = new Map<string, number>()
  // The last line may be cut off by the kill.
  for (const line of said.split('\n').slice(0, -1)) {
    const [id = '', head = ''] = line.split(' ')
    acknowledged.set(id, Number(head))
  }
  return acknowledged
}

/** What the folder lacks of what was acknowledged, or holds that can't be. */
async function missing(folder: string, acknowledged: ReadonlyMap<string, number>): Promise<readonly string[]> {
  const facts: string[] = []
  const storage = await openSqlite(folder)
  for (const id of ['one', 'two', 'three'].map(boardId)) {
    const stored = await storage.load(id)
    const head = stored?.head ?? 0
    if (head < (acknowledged.get(id) ?? 0)) facts.push(`${id} ends at ${head}, not ${acknowledged.get(id)}`)
    // Each commit was whole: as many rows in the vault as updates, and the texts in their order.
    if (stored !== null && stored.vault.size !== head) facts.push(`${id} has ${stored.vault.size} rows for ${head}`)
    const numbers = (stored?.updates ?? []).map((bytes) => Number(textOf(bytes).split(' ')[0]))
    if (numbers.some((number, index) => number !== index + 1)) facts.push(`${id} is out of order`)
  }
  await storage.close()
  const db = new DatabaseSync(join(folder, 'momentous.db'))
  const integrity = db.prepare('pragma integrity_check').get()?.['integrity_check']
  db.close()
  return integrity === 'ok' ? facts : [...facts, String(integrity)]
}

test('nothing that was acknowledged is missing after a kill at any moment', { timeout: 60_000 }, async () => {
  const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
  const lifetimes = fc.sample(fc.integer({ min: 0, max: 250 }), { seed, numRuns: 6 })
  const folder = tempFolder()
  const wrong: string[] = []
  for (const [round, lifetime] of lifetimes.entries()) {
    const acknowledged = await writeUntilKilled(folder, round, lifetime)
    if (acknowledged.size === 0) wrong.push(`round ${round} wrote nothing`)
    wrong.push(...(await missing(folder, acknowledged)).map((fact) => `round ${round}: ${fact}`))
  }
  expect({ seed, wrong }).toEqual({ seed, wrong: [] })
})
