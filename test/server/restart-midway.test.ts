import { idOfSecret } from '@momentous/shared/domain/secret'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test, vi } from 'vitest'
import type { World } from '../../server/src/rooms/world.ts'
import { leftNow } from '../support/every-step.ts'
import { fastClock } from '../support/fast-clock.ts'
import { longClock } from '../support/long-clock.ts'
import { heldStorage, type HeldStorage } from '../support/held-storage.ts'
import { liveServer } from '../support/live-server.ts'
import { buildSession, sessionOf, settled, type Seat, type TestSession } from '../support/session-builder.ts'
import { tempFolder } from '../support/temp-folder.ts'

vi.setConfig({ testTimeout: 60_000 })

/** A session whose storage a test can hold, and the folder as a kill would leave it now. */
async function holdable(clock: Partial<World>) {
  const holder: { held?: HeldStorage } = {}
  const server = await liveServer(({ storage }) => ({
    ...clock,
    storage: (holder.held = heldStorage(storage)).storage,
  }))
  const session = await buildSession(server.origin)
  const { held } = holder
  if (held === undefined) throw new Error('The server has no storage.')
  const left = (): string => {
    const folder = tempFolder()
    mkdirSync(join(folder, 'data'))
    leftNow(join(server.folder, 'data'), join(folder, 'data'))
    return folder
  }
  return {
    session,
    held,
    left,
    seats: await Promise.all(['Ann', 'Bob', 'Cem'].map((name) => session.sit('participant', name))),
  }
}

/** The same board on a server that starts on what was left. */
async function startedOn(folder: string, { board, tokens }: TestSession): Promise<TestSession> {
  return sessionOf((await liveServer(() => fastClock(10), folder)).origin, board, tokens)
}

const vaultRows = (folder: string): number => {
  const db = new DatabaseSync(join(folder, 'data', 'momentous.db'), { readOnly: true })
  const { rows } = db.prepare('select count(*) as rows from vault').get() ?? {}
  db.close()
  return Number(rows)
}

async function castAll(session: TestSession, seats: readonly Seat[], round: number): Promise<string> {
  const [moment] = (await session.content()).moments
  for (const { token } of seats) await session.done(token, 'cast-ballot', { round, dots: { [moment.id]: 1 } })
  return moment.id
}

test('killed while the phase changes: everybody is in the old phase with everything that belongs there, or in the new one', async () => {
  const clock = longClock()
  const { session, held, left, seats } = await holdable(clock)
  const { facilitator } = session.tokens
  await session.go('choose')
  const moment = await castAll(session, seats, 1)
  // The step past Choose is announced; it closes the vote, sums it, and destroys the ballots.
  await session.done(facilitator, 'close-vote')
  const announced = left()
  held.hold()
  await clock.pass(5000)
  await expect.poll(() => held.waiting, { timeout: 10_000 }).toBeGreaterThan(0)
  const underWay = left()
  held.release()
  await settled(session.content)
  const closed = left()

  for (const folder of [announced, underWay]) {
    const again = await startedOn(folder, session)
    await expect.poll(async () => (await again.content()).session.closing, { timeout: 10_000 }).toBeNull()
    expect((await again.content()).session).toMatchObject({ phase: 'choose', vote: { state: 'open', round: 1 } })
    expect(vaultRows(folder)).toBe(3)
    await again.done(facilitator, 'close-vote')
    await settled(again.content)
    expect((await again.content()).session.vote).toMatchObject({ state: 'closed', ballots: 3, totals: { [moment]: 3 } })
    expect(vaultRows(folder)).toBe(0)
  }
  const after = await startedOn(closed, session)
  expect((await after.content()).session.vote).toMatchObject({ state: 'closed', ballots: 3, totals: { [moment]: 3 } })
  expect(vaultRows(closed)).toBe(0)
})

test('killed while Ideas ends: every idea is either still in the box and comes out, or out, and none twice', async () => {
  const { session, held, left, seats } = await holdable(fastClock(10))
  const { facilitator } = session.tokens
  await session.go('ideas')
  const { moments } = (await session.content()).session.shortlist
  const raise = ({ token }: Seat, text: string) =>
    session.done(token, 'raise-idea', {
      id: idOfSecret<string>(`a secret of a device: ${text}`),
      moment: moments[0],
      text,
    })
  const [ann, bob] = seats
  if (ann === undefined || bob === undefined) throw new Error('Nobody is there.')
  await raise(ann, 'First')
  await raise(bob, 'Second')
  const before = left()
  held.hold()
  const moved = session.done(facilitator, 'move-phase', { to: 'decide' })
  await expect.poll(() => held.waiting, { timeout: 10_000 }).toBeGreaterThan(0)
  const underWay = left()
  held.release()
  await moved
  await settled(session.content)
  const after = left()

  for (const folder of [before, underWay, after]) {
    const again = await startedOn(folder, session)
    if (folder !== after) await again.done(facilitator, 'move-phase', { to: 'decide' })
    await settled(again.content)
    const { ideas, session: now } = await again.content()
    expect(ideas.map(({ text }: { text: string }) => text).toSorted()).toEqual(['First', 'Second'])
    expect(now.phase).toBe('decide')
    expect(vaultRows(folder)).toBe(0)
  }
})
