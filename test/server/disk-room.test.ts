import { updateKey } from '@momentous/shared/wire/update-key'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { fastClock } from '../support/fast-clock.ts'
import { heldStorage, type HeldStorage } from '../support/held-storage.ts'
import { liveServer } from '../support/live-server.ts'
import type { RawClient } from '../support/raw-client.ts'
import { addMoment, buildSession, momentsIn, newRecordId, type TestSession } from '../support/session-builder.ts'
import { slowStorage } from '../support/slow-storage.ts'
import { smallDisk } from '../support/small-disk.ts'

interface Wall {
  readonly session: TestSession
  readonly writer: RawClient
  readonly reader: RawClient
}

async function wall(origin: string): Promise<Wall> {
  const session = await buildSession(origin)
  await session.go('post')
  const [ann, bob] = [await session.sit('participant', 'Ann'), await session.sit('participant', 'Bob')]
  const [writer, reader] = [await session.join(ann.token), await session.join(bob.token)]
  // From here on nobody has to claim anything.
  const first = newRecordId()
  writer.write((doc) => addMoment(doc, first, 'First'))
  await reader.until((doc) => momentsIn(doc).has(first))
  return { session, writer, reader }
}

const isSaved = ({ frames }: RawClient, update: Uint8Array): boolean =>
  frames.some(({ number, fields }) => number === 67 && fields.keys.includes(updateKey(update)))

test('a commit that takes its time holds up what it says and whoever waits for that, and nobody else', async () => {
  const holder: { held?: HeldStorage } = {}
  const { origin } = await liveServer(({ storage }) => ({ storage: (holder.held = heldStorage(storage)).storage }))
  const [one, other] = [await wall(origin), await wall(origin)]
  const late = await other.session.sit('observer', 'Late')
  holder.held?.hold()
  const id = newRecordId()
  const update = one.writer.write((doc) => addMoment(doc, id, 'On its way'))
  // All of this happens while the disk is at it.
  one.writer.presence({ cursor: [5, 6] })
  await one.reader.frame(1)
  const newcomer = await other.session.join(late.token)
  expect(momentsIn(newcomer.doc).size).toBe(11)
  expect((await other.session.content()).moments).toHaveLength(11)
  other.writer.presence({ cursor: [7, 8] })
  await other.reader.frame(1)
  expect([isSaved(one.writer, update), momentsIn(one.reader.doc).has(id)]).toEqual([false, false])
  holder.held?.release()
  await one.reader.until((doc) => momentsIn(doc).has(id))
  await expect.poll(() => isSaved(one.writer, update)).toBe(true)
})

test('a disk that does not answer at all: people hear the pulse all the same, it says so, and it takes that back', async () => {
  const holder: { held?: HeldStorage } = {}
  const { origin } = await liveServer(({ storage }) => ({
    ...fastClock(2),
    storage: (holder.held = heldStorage(storage)).storage,
  }))
  const { writer, reader } = await wall(origin)
  holder.held?.hold()
  const update = writer.write((doc) => addMoment(doc, newRecordId(), 'On its way'))
  const pulses = () => reader.frames.filter(({ number }) => number === 69).map(({ fields }) => fields.writable)
  await expect.poll(() => pulses().filter((writable) => !writable).length, { timeout: 15_000 }).toBeGreaterThan(0)
  expect([isSaved(writer, update), reader.isOpen()]).toEqual([false, true])
  holder.held?.release()
  await expect.poll(() => isSaved(writer, update), { timeout: 10_000 }).toBe(true)
  await expect.poll(() => pulses().at(-1), { timeout: 10_000 }).toBe(true)
})

test('on a disk that needs 20 ms a commit many changes go with each, and all of them are saved', async () => {
  const commits: { count: number } = { count: 0 }
  const { origin } = await liveServer(({ storage }) => ({ storage: slowStorage(storage, 20, () => commits.count++) }))
  const { writer, reader } = await wall(origin)
  commits.count = 0
  const updates = Array.from({ length: 200 }, () => writer.write((doc) => addMoment(doc, newRecordId(), 'One of many')))
  await expect.poll(() => updates.every((update) => isSaved(writer, update)), { timeout: 15_000 }).toBe(true)
  await reader.until((doc) => momentsIn(doc).size === 211)
  expect(commits.count).toBeLessThan(100)
})

/** People are told, reading goes on, and afterwards everything is as if nothing had been. */
async function survives({ session, writer, reader }: Wall, fail: () => void, mend: () => void): Promise<void> {
  fail()
  const id = newRecordId()
  const update = writer.write((doc) => addMoment(doc, id, 'Waits'))
  await reader.frame(69, ({ writable }) => writable === false)
  writer.presence({ cursor: [3, 4] })
  await reader.frame(1)
  const newcomer = await session.join(session.tokens.observer)
  expect(momentsIn(newcomer.doc).has(id)).toBe(false)
  expect(momentsIn(newcomer.doc).size).toBe(11)
  expect(isSaved(writer, update)).toBe(false)
  mend()
  const told = () => reader.frames.filter(({ number }) => number === 69).at(-1)?.fields.writable
  await expect.poll(() => isSaved(writer, update), { timeout: 15_000 }).toBe(true)
  await reader.until((doc) => momentsIn(doc).has(id))
  await newcomer.until((doc) => momentsIn(doc).has(id))
  await expect.poll(told, { timeout: 15_000 }).toBe(true)
  expect((await session.content()).moments).toHaveLength(12)
  expect([writer, reader, newcomer].map((client) => client.isOpen())).toEqual([true, true, true])
}

test('another process holds the database: people see it, reads and presence go on, and it resumes by itself', async () => {
  const server = await liveServer()
  const one = await wall(server.origin)
  const other = new DatabaseSync(join(server.folder, 'data', 'momentous.db'))
  onTestFinished(() => other.close())
  await survives(
    one,
    () => other.exec('begin immediate'),
    () => other.exec('rollback'),
  )
})

test('the disk is full: people see it, reads and presence go on, and with room it resumes by itself', async () => {
  const disk = smallDisk(12)
  const holder: { held?: HeldStorage } = {}
  const server = await liveServer(
    ({ storage }) => ({ storage: (holder.held = heldStorage(storage)).storage }),
    disk.folder,
  )
  const one = await wall(server.origin)
  // A journal reuses the room that it has: it is emptied, so that it has none.
  new DatabaseSync(join(disk.folder, 'data', 'momentous.db')).exec('pragma wal_checkpoint(truncate)')
  const fail = () => (disk.mounted ? disk.fill() : holder.held?.fail(true))
  const mend = () => (disk.mounted ? disk.free() : holder.held?.fail(false))
  await survives(one, fail, mend)
})
