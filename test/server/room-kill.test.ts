import { setTimeout as wait } from 'node:timers/promises'
import { updateKey } from '@momentous/shared/wire/update-key'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RawClient } from '../support/raw-client.ts'
import { serverProcess } from '../support/server-process.ts'
import { addMoment, buildSession, newRecordId, sessionOf, type TestSession } from '../support/session-builder.ts'
import { tempFolder } from '../support/temp-folder.ts'

interface Writer {
  readonly client: RawClient
  /** Ids by the key under which the server acknowledges them. */
  readonly written: ReadonlyMap<number, string>
  stop(): void
}

/** Writes a note every few milliseconds until it is stopped or cut off. */
function keepWriting(client: RawClient): Writer {
  const written = new Map<number, string>()
  const timer = setInterval(() => {
    if (!client.isOpen()) return
    const id = newRecordId()
    written.set(updateKey(client.write((doc) => addMoment(doc, id, 'Written in haste'))), id)
  }, 3)
  return { client, written, stop: () => clearInterval(timer) }
}

const acknowledgedBy = ({ client, written }: Writer): string[] =>
  client.frames
    .filter(({ number }) => number === 67)
    .flatMap(({ fields }) => fields.keys.map((key: number) => written.get(key)))
    .filter((id): id is string => id !== undefined)

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)

test(
  `nothing acknowledged is lost when the server is killed while clients write (seed ${seed})`,
  { timeout: 60_000 },
  async () => {
    const env = { DATA: tempFolder() }
    const acknowledged = new Set<string>()
    let board: Pick<TestSession, 'board' | 'tokens'> | null = null
    for (const lifetime of fc.sample(fc.integer({ min: 30, max: 500 }), { seed, numRuns: 4 })) {
      const server = await serverProcess(env)
      const origin = (server.origin ?? '').replace(/\/$/, '')
      if (board === null) {
        board = await buildSession(origin)
        await sessionOf(origin, board.board, board.tokens).go('post')
      }
      const session = sessionOf(origin, board.board, board.tokens)
      const kept: string[] = (await session.content()).moments.map(({ id }: { id: string }) => id)
      expect(
        [...acknowledged].filter((id) => !kept.includes(id)),
        `seed ${seed}`,
      ).toEqual([])
      const seats = await Promise.all(['Ann', 'Bob', 'Cem'].map((name) => session.sit('participant', name)))
      const writers = (await Promise.all(seats.map(({ token }) => session.join(token)))).map(keepWriting)
      await wait(lifetime)
      await server.end('SIGKILL')
      for (const writer of writers) {
        writer.stop()
        for (const id of acknowledgedBy(writer)) acknowledged.add(id)
      }
    }
    expect(acknowledged.size).toBeGreaterThan(0)
    const server = await serverProcess(env)
    const session = sessionOf(
      (server.origin ?? '').replace(/\/$/, ''),
      board?.board ?? '',
      board?.tokens ?? ({} as never),
    )
    const kept: string[] = (await session.content()).moments.map(({ id }: { id: string }) => id)
    expect(
      [...acknowledged].filter((id) => !kept.includes(id)),
      `seed ${seed}`,
    ).toEqual([])
  },
)
