import type { BoardId } from '@momentous/shared/domain/id'
import { closeCodes } from '@momentous/shared/wire/frames'
import { updateKey } from '@momentous/shared/wire/update-key'
import { expect, test } from 'vitest'
import { SWEEP } from '../../server/src/links/sweep.ts'
import { createHeld } from '../../server/src/rooms/held.ts'
import type { Peer } from '../../server/src/rooms/line/peer.ts'
import type { Room } from '../../server/src/rooms/room.ts'
import { hold } from '../../server/src/rooms/updates.ts'
import { StorageFault } from '../../server/src/storage/storage-fault.ts'
import type { Storage } from '../../server/src/storage/storage.ts'
import { heldStorage, type HeldStorage } from '../support/held-storage.ts'
import { innerServer } from '../support/inner-server.ts'
import { liveServer } from '../support/live-server.ts'
import { rawClient } from '../support/raw-client.ts'
import { addMoment, buildSession, momentsIn, newRecordId } from '../support/session-builder.ts'

/** A board in Post with a writer who has claimed all that there is to claim, on a disk that a test holds. */
async function heldBoard() {
  const holder: { held?: HeldStorage } = {}
  const { origin } = await liveServer(({ storage }) => ({ storage: (holder.held = heldStorage(storage)).storage }))
  const session = await buildSession(origin)
  await session.go('post')
  const writer = await session.join((await session.sit('participant', 'Ann')).token)
  const first = newRecordId()
  const update = writer.write((doc) => addMoment(doc, first, 'First'))
  await writer.frame(67, ({ keys }) => keys.includes(updateKey(update)))
  const { held } = holder
  if (held === undefined) throw new Error('There is no disk.')
  return { origin, session, writer, first, held }
}

test('while a commit hangs, whoever comes in or asks gets the board as it is on the disk, and the rest when it is told', async () => {
  const { session, writer, first, held } = await heldBoard()
  const late = await session.sit('participant', 'Late')
  held.hold()
  const id = newRecordId()
  writer.write((doc) => addMoment(doc, id, 'On its way'))
  await expect.poll(() => held.waiting).toBeGreaterThan(0)
  const newcomer = await session.join(late.token)
  await newcomer.frame(64)
  await newcomer.until((doc) => momentsIn(doc).has(first))
  const { moments } = await session.content()
  expect(moments.map((moment: { id: string }) => moment.id)).toContain(first)
  expect([momentsIn(newcomer.doc).has(id), moments.some((moment: { id: string }) => moment.id === id)]).toEqual([
    false,
    false,
  ])
  held.release()
  await newcomer.until((doc) => momentsIn(doc).has(id))
  await newcomer.frame(71)
})

test('who is refused in mid-work gets a fresh board with what was taken of theirs just before, or would do it twice', async () => {
  const { origin, session, held } = await heldBoard()
  const ann = await session.sit('participant', 'Ann again')
  const writer = await session.join(ann.token)
  held.hold()
  const taken = newRecordId()
  writer.write((doc) => addMoment(doc, taken, 'Taken'))
  writer.write((doc) => doc.getMap('no-such-root').set('a', 1))
  expect(await writer.closed).toBe(closeCodes.refused)
  expect(held.waiting).toBe(1)
  const fresh = rawClient(origin, session.board, ann.token)
  await fresh.frame(64)
  const other = await session.join((await session.sit('participant', 'Bob')).token)
  await other.until((doc) => momentsIn(doc).size > 0)
  let first: boolean | null = null
  fresh.doc.on('update', () => (first ??= momentsIn(fresh.doc).has(taken)))
  expect(momentsIn(fresh.doc).size).toBe(0)
  held.release()
  await expect.poll(() => first).toBe(true)
})

test('a command that the end of its board overtakes is answered', async () => {
  const { origin, session, held } = await heldBoard()
  const headers = { authorization: `Bearer ${session.tokens.facilitator}`, 'content-type': 'application/json' }
  const address = `${origin}/api/boards/${session.board}`
  held.hold()
  const body = JSON.stringify({ name: 'move-phase', args: { to: 'colour' } })
  const commanded = fetch(`${address}/commands`, { method: 'POST', headers, body })
  await expect.poll(() => held.waiting).toBe(1)
  // The door has a way of its own to the disk.
  const deleted = await fetch(address, { method: 'DELETE', headers: { authorization: headers.authorization } })
  expect(deleted.status).toBe(204)
  held.release()
  expect([404, 410, 503]).toContain((await commanded).status)
})

test('what is changed at the door while a board recovers is not undone by that', async () => {
  let [fails, changes] = [false, false]
  const outside: { storage?: Storage } = {}
  const { origin } = await liveServer(({ storage, links }) => {
    outside.storage = storage
    return {
      storage: {
        ...storage,
        async commit(id, entries) {
          if (!fails || !entries.some(({ kind }) => kind === 'update')) return storage.commit(id, entries)
          fails = false
          changes = true
          throw new StorageFault('not-saved', id, 'the test says so')
        },
        async room(id) {
          const stored = await storage.room(id)
          if (changes) await links.setDoor(id, false)
          changes = false
          return stored
        },
      },
    }
  })
  const session = await buildSession(origin)
  await session.go('post')
  const writer = await session.join((await session.sit('participant', 'Ann')).token)
  fails = true
  const update = writer.write((doc) => addMoment(doc, newRecordId(), 'Falls through, and comes again'))
  await writer.frame(67, ({ keys }) => keys.includes(updateKey(update)))
  expect((await outside.storage?.board(session.board as BoardId))?.record.door).toBe('closed')
  const late = rawClient(origin, session.board, session.tokens.participant)
  expect(await late.closed).toBe(closeCodes.linkGone)
})

test('what can’t be read costs its sender the socket, and nobody who waited with it anything', () => {
  const told: string[] = []
  const room = { id: 'a board', held: createHeld(), world: { log: { warn: () => told.push('logged') } } }
  const peer = { close: () => told.push('closed') }
  const wait = (take: () => void) => hold(room as unknown as Room, peer as unknown as Peer, 1, take)
  wait(() => told.push('first'))
  wait(() => {
    throw new RangeError('no frame')
  })
  wait(() => told.push('last'))
  room.held.takeAll()
  expect(told).toEqual(['first', 'logged', 'closed', 'last'])
})

test('no visit is so short that a sweep for boards without anybody misses it', async () => {
  const { clock, rooms, board, stop } = await innerServer(1)
  expect(rooms().attended(board)).toBe(false)
  await rooms().snapshot(board)
  await clock.pass(SWEEP)
  expect(rooms().attended(board)).toBe(true)
  await clock.pass(5 * SWEEP)
  expect(rooms().attended(board)).toBe(false)
  await stop()
})
