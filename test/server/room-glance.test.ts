import { openBoard } from '@momentous/shared/board/board'
import type { BoardId } from '@momentous/shared/domain/id'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { glanceOf, readGlance, writeGlance } from '../../server/src/rooms/document/glance.ts'
import type { Entry, Storage } from '../../server/src/storage/storage.ts'
import { fastClock } from '../support/fast-clock.ts'
import { heldStorage, type HeldStorage } from '../support/held-storage.ts'
import { liveServer } from '../support/live-server.ts'
import { buildSession, newRecordId, settled } from '../support/session-builder.ts'

/** What the document on the disk says, and what lies beside it. */
async function bothOf(storage: Storage, board: string): Promise<readonly [document: string, beside: string | null]> {
  const stored = await storage.load(board as BoardId)
  const doc = new Y.Doc()
  for (const update of [...(stored?.snapshot ? [stored.snapshot.whole] : []), ...(stored?.updates ?? [])]) {
    Y.applyUpdate(doc, update)
  }
  return [writeGlance(glanceOf(openBoard(doc))), stored?.glance ?? null]
}

test('what lies beside a document says what the document says, at every commit, and no secret', async () => {
  let held: HeldStorage | null = null
  const told: string[] = []
  const { origin } = await liveServer(({ storage }) => {
    held = heldStorage({
      ...storage,
      async commit(id, entries: readonly Entry[]) {
        const head = await storage.commit(id, entries)
        const [document, beside] = await bothOf(storage, id)
        if (beside !== document) told.push(`${String(beside)} beside ${document}`)
        return head
      },
    })
    return { ...fastClock(20), storage: held.storage }
  })
  const session = await buildSession(origin)
  const ann = await session.sit('participant', 'Ann')
  const run = (name: string, args: object = {}) => session.done(session.tokens.facilitator, name, args)
  const [moment] = (await session.content()).moments
  await session.go('assess')
  await run('open-assessment', { moment: moment.id })
  const expectation = { root: 'assessments', id: moment.id, key: 'expectation', index: 0, remove: 0 }
  await run('edit-text', { ...expectation, insert: 'To be seen on time' })
  await run('open-grading', { moment: moment.id })
  await session.done(ann.token, 'grade-moment', { moment: moment.id, round: 1, ranking: 'miserable' })
  await run('reveal-grade', { moment: moment.id })
  await settled(session.content)
  await session.go('ideas')
  await session.done(ann.token, 'raise-idea', { id: newRecordId(), moment: moment.id, text: 'A SECRET IDEA' })
  expect(told).toEqual([])
  const entries = ((held as HeldStorage | null)?.committed ?? []).flat()
  const glances = entries.filter((entry) => entry.kind === 'glance').map(({ glance }) => glance)
  expect(glances.length).toBeGreaterThan(4)
  expect(glances.join('')).not.toMatch(/SECRET/)
  expect(readGlance(glances.at(-1) ?? null)?.session.phase).toBe('ideas')
})

test('a board without one is asked once, and keeps it', async () => {
  let storage: Storage | null = null
  const { origin } = await liveServer((world) => {
    storage = world.storage
    return {}
  })
  const session = await buildSession(origin)
  const kept = storage as Storage | null
  await kept?.commit(session.board as BoardId, [{ kind: 'glance', glance: 'of an earlier time' }])
  const client = await session.join(session.tokens.observer)
  expect((await client.frame(64)).fields.phaseNumber).toBe(0)
  await expect.poll(async () => readGlance((await kept?.room(session.board as BoardId))?.glance ?? null)).not.toBeNull()
})
