import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { liveServer } from '../support/live-server.ts'
import type { RawClient } from '../support/raw-client.ts'
import { presenceIn } from '../support/raw-frames.ts'
import { buildSession, type Seat, type TestSession } from '../support/session-builder.ts'

interface Wall {
  readonly session: TestSession
  readonly ann: RawClient
  readonly bob: RawClient
  readonly seat: Seat
}

async function wall(): Promise<Wall> {
  const session = await buildSession((await liveServer()).origin)
  await session.go('post')
  const seat = await session.sit('participant', 'Ann')
  const bob = await session.sit('participant', 'Bob')
  return { session, seat, ann: await session.join(seat.token), bob: await session.join(bob.token) }
}

/** The last that `client` was told about the client id. */
const stateOf = (client: RawClient, id: number) =>
  presenceIn(client.frames).findLast((entry) => entry.client === id)?.state

describe('presence', () => {
  test('is rebuilt from known fields, with the name and role of the seat', async () => {
    const { seat, ann, bob } = await wall()
    ann.presence({
      cursor: [1, 2],
      name: 'Bob',
      role: 'facilitator',
      secret: 'x',
      selection: 'all',
      view: [0, 0, 9, 9],
    })
    await expect
      .poll(() => stateOf(bob, ann.doc.clientID))
      .toEqual({
        seat: seat.id,
        name: 'Ann',
        role: 'participant',
        cursor: [1, 2],
        selection: [],
        typing: null,
        drag: [],
        stroke: null,
        view: [0, 0, 9, 9],
        pull: null,
      })
  })

  test('of another, older than what is known, or too large, is dropped', async () => {
    const { ann, bob } = await wall()
    ann.presence({ cursor: [1, 1] }, ann.doc.clientID, 5)
    await expect.poll(() => stateOf(bob, ann.doc.clientID)).toMatchObject({ cursor: [1, 1] })
    bob.presence({ cursor: [2, 2] })
    await expect.poll(() => stateOf(ann, bob.doc.clientID)).toMatchObject({ cursor: [2, 2] })
    bob.presence({ cursor: [9, 9] }, ann.doc.clientID, 9)
    ann.presence({ cursor: [8, 8] }, ann.doc.clientID, 4)
    ann.presence({ cursor: [7, 7], more: 'x'.repeat(4000) }, ann.doc.clientID, 6)
    await wait(200)
    expect(stateOf(bob, ann.doc.clientID)).toMatchObject({ cursor: [1, 1] })
    expect(bob.isOpen()).toBe(true)
  })

  test('is shown to newcomers and goes with its socket', async () => {
    const { session, ann, bob } = await wall()
    ann.presence({ cursor: [1, 1] })
    await expect.poll(() => stateOf(bob, ann.doc.clientID)).toMatchObject({ cursor: [1, 1] })
    const late = await session.join(session.tokens.observer)
    await expect.poll(() => stateOf(late, ann.doc.clientID)).toMatchObject({ cursor: [1, 1] })
    ann.close()
    await expect.poll(() => stateOf(bob, ann.doc.clientID)).toBeNull()
  })

  test('of an observer is only that somebody is here', async () => {
    const { session, bob } = await wall()
    const observer = await session.join(session.tokens.observer)
    observer.presence({ cursor: [1, 1], view: [0, 0, 9, 9] })
    await expect.poll(() => stateOf(bob, observer.doc.clientID)).toMatchObject({ role: 'observer' })
    expect(Object.keys(stateOf(bob, observer.doc.clientID))).toEqual(['seat', 'name', 'role'])
  })

  test('of anybody falls silent in an anonymous span, and what was out is taken back', async () => {
    const { session, ann, bob } = await wall()
    ann.presence({ cursor: [1, 1], selection: ['some-moment'] })
    await expect.poll(() => stateOf(bob, ann.doc.clientID)).toMatchObject({ cursor: [1, 1] })
    await session.go('choose')
    await expect.poll(() => stateOf(bob, ann.doc.clientID)).not.toHaveProperty('cursor')
    const told = bob.frames.length
    for (let at = 0; at < 5; at++) ann.presence({ cursor: [at, at], typing: null })
    await wait(300)
    expect(presenceIn(bob.frames.slice(told))).toEqual([])
    const late = await session.join(session.tokens.observer)
    await expect
      .poll(() => stateOf(late, ann.doc.clientID))
      .toEqual({ seat: expect.any(String), name: 'Ann', role: 'participant' })
  })
})
