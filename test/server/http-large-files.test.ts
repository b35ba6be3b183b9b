import { writeBoardJson } from '@momentous/shared/exports/board-json'
import { exporters } from '@momentous/shared/exports/exporters'
import { redact, type RedactedBoard } from '@momentous/shared/exports/redact'
import type { BoardId } from '@momentous/shared/domain/id'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { Worker } from 'node:worker_threads'
import * as v from 'valibot'
import { expect, onTestFinished, test } from 'vitest'
import { MEMORY } from '../../server/src/exports/desk.ts'
import { wishedInput, wishes } from '../../server/src/exports/wishes.ts'
import { httpServer, type HttpServer } from '../support/http-server.ts'
import { manyNotes } from '../support/many-notes.ts'

/** How many threads that make files were begun since: the room has others, and none that may take as much. */
function threadsBegun(): () => number {
  let begun = 0
  const count = (message: unknown): void => {
    const { worker } = message as { worker: Worker }
    if (worker.resourceLimits?.maxOldGenerationSizeMb === MEMORY) begun++
  }
  subscribe('worker_threads', count)
  onTestFinished(() => void unsubscribe('worker_threads', count))
  return () => begun
}

async function boardOf(server: HttpServer, notes: number) {
  const { session, ...rest } = manyNotes(notes)
  const kept = [{ id: 'late-moment-01', text: 'A moment that came late' }]
  const body = writeBoardJson(redact({ ...rest, session: { ...session, kept } }, 'facilitator'))
  const { json } = await server.ask('POST', '/api/boards/import', null, body)
  const path = `/api/boards/${json.id}`
  const get = (file: string, token: string = json.tokens.observer) => server.ask('GET', `${path}/${file}`, token)
  return { id: json.id as BoardId, path, tokens: json.tokens as Record<string, string>, get }
}

test('a large board is read and written in a thread, a small one at once, and the file is the same', async () => {
  const server = await httpServer()
  const [small, large] = [await boardOf(server, 40), await boardOf(server, 2_000)]
  const cases = [
    [small, 0],
    [large, 1],
  ] as const
  for (const [board, threads] of cases) {
    const shown: RedactedBoard = (await server.ask('GET', board.path, board.tokens['observer'])).json.board
    const query = 'rows=all&sheet=extended&bom=with'
    const asked = v.parse(wishes, Object.fromEntries(new URLSearchParams(query)))
    for (const name of ['board-json', 'csv', 'html', 'markdown'] as const) {
      const exporter = exporters[name]
      const begun = threadsBegun()
      const answer = await board.get(`${exporter.of}.${exporter.extension}?${query}`)
      expect([answer.status, begun()], name).toEqual([200, threads])
      expect(answer.headers.get('content-type')).toBe(exporter.mediaType)
      expect(answer.headers.get('content-disposition')).toContain('Harbour%20Street%20Dental')
      const written = exporter.write(wishedInput(board.id, shown, asked, Date.now()))
      // What reads an answer as text takes its mark away.
      expect(answer.text === String(written).replace(/^\ufeff/u, ''), name).toBe(true)
    }
  }
})

test('of a large board too a file holds what was saved before, and a wrong link or nothing to say is told', async () => {
  const server = await httpServer()
  const { path, tokens, get } = await boardOf(server, 2_000)
  const words = 'Saved a moment ago'
  const done = await server.ask('POST', `${path}/commands`, tokens['facilitator'], {
    name: 'set-session',
    args: { title: words },
  })
  expect(done.status, done.text).toBe(200)
  expect((await get('board.json')).json.board.session.title).toBe(words)
  expect((await get('actions-trello.csv')).json.error.code).toBe('nothing-yet')
  expect((await get('board.json', 'x'.repeat(32))).status).toBe(401)
  // Late moments wait for the facilitator alone.
  const kept = await Promise.all([get('board.json', tokens['facilitator']), get('board.json')])
  expect(kept.map(({ json }) => json.board.session.kept.length > 0)).toEqual([true, false])
})
