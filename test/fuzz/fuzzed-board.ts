import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import * as Y from 'yjs'
import { buildDocument } from '../../server/src/rooms/document/room-document.ts'
import { createRooms } from '../../server/src/rooms/rooms.ts'
import { serve, type Running } from '../../server/src/serve.ts'
import { openSqlite } from '../../server/src/storage/sqlite.ts'
import { ask } from '../support/ask.ts'
import { plainConfig } from '../support/plain-config.ts'
import { sessionOf, type TestSession } from '../support/session-builder.ts'

/** A server of its own with one board in Post, that can be restarted, and whose journal can be read. */
export interface FuzzedBoard {
  /** Of the server that runs now. */
  session(): TestSession
  restart(): Promise<void>
  /** Lines of the log that tell of a failure. */
  readonly failures: readonly string[]
  /** Stops the server and builds the document from what it has stored. Rejects when anything is pending. */
  replay(): Promise<Y.Doc>
  remove(): Promise<void>
}

export async function fuzzedBoard(): Promise<FuzzedBoard> {
  const folder = mkdtempSync(join(tmpdir(), 'momentous-fuzz-'))
  const data = join(folder, 'data')
  const failures: string[] = []
  const note = (line: string): void => {
    // Whoever comes while it stops is told so.
    if (!line.includes('The server is stopping')) failures.push(line)
  }
  const log = pino({ level: 'error' }, { write: note })
  const start = () => serve(plainConfig(data), { log, client: folder, createRooms })
  let server: Running = await start()
  const origin = () => `http://127.0.0.1:${server.port}`
  const wishes = { title: 'Fuzzed', why: 'To be sure', template: 'dentist' }
  const { json: made } = await ask(origin(), 'POST', '/api/boards', null, wishes)
  const session = () => sessionOf(origin(), made.id, made.tokens)
  await session().go('post')
  return {
    session,
    failures,
    async restart() {
      await server.stop()
      server = await start()
    },
    async replay() {
      await server.stop()
      const storage = await openSqlite(data)
      try {
        const stored = await storage.load(made.id)
        if (stored === null) throw new Error('The board is gone.')
        const built = await buildDocument(made.id, stored, () => Promise.resolve())
        if (built === null) throw new Error('The document was not built.')
        return built.doc
      } finally {
        await storage.close()
      }
    },
    async remove() {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Two documents say the same, and hold the same history. */
export function sameDocument(one: Y.Doc, other: Y.Doc): boolean {
  return Buffer.from(Y.encodeStateVector(one)).equals(Y.encodeStateVector(other)) && contentOf(one) === contentOf(other)
}

function contentOf(doc: Y.Doc): string {
  const roots = ['session', 'moments', 'ink', 'assessments', 'actions', 'rungs'].map((name) =>
    doc.getMap(name).toJSON(),
  )
  return JSON.stringify(roots, (_key, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
}
