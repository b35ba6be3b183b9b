import { describe, expect, test } from 'vitest'
import { ask } from '../support/ask.ts'
import { fastClock } from '../support/fast-clock.ts'
import { liveServer } from '../support/live-server.ts'
import { rawClient, type RawClient } from '../support/raw-client.ts'
import { buildSession, newCommandId } from '../support/session-builder.ts'

async function board(times = 1) {
  const session = await buildSession((await liveServer(() => fastClock(times))).origin)
  const [lea, ann, bob] = [
    await session.sit('facilitator', 'Lea'),
    await session.sit('participant', 'Ann'),
    await session.sit('participant', 'Bob'),
  ]
  return { session, lea, ann, bob }
}

type Person = { seat: string; role: string; name: string; online: boolean; ready: boolean; heir: boolean }
const person = (client: RawClient, seat: string, fits: (person: Person) => boolean) =>
  client.frame(70, ({ people }: { people: Person[] }) => people.some((each) => each.seat === seat && fits(each)))

describe('the people of a board', () => {
  test('are told to everybody whenever somebody comes, goes, changes or is ready', async () => {
    const { session, ann, bob } = await board()
    const watcher = await session.join(ann.token)
    await person(watcher, bob.id, ({ online }) => !online)
    const client = await session.join(bob.token)
    await person(watcher, bob.id, ({ online }) => online)
    client.ours(65, { id: newCommandId(), name: 'rename-self', args: { name: 'Robert' } })
    await person(watcher, bob.id, ({ name }) => name === 'Robert')
    client.ours(65, { id: newCommandId(), name: 'be-ready', args: { ready: true } })
    await person(watcher, bob.id, ({ ready }) => ready)
    await session.go('post')
    const last = watcher.frames.length
    await expect
      .poll(() =>
        watcher.frames.findLast(({ number }) => number === 70)?.fields.people.some(({ ready }: Person) => ready),
      )
      .toBe(false)
    client.close()
    await watcher.frame(70, ({ people }) =>
      people.some((each: Person) => each.seat === bob.id && each.name === 'Robert' && !each.online),
    )
    expect(watcher.frames.length).toBeGreaterThan(last)
  })

  test('a removed seat is closed at once and can’t come back (S4)', async () => {
    const { session, lea, bob } = await board()
    const client = await session.join(bob.token)
    expect((await session.command(bob.token, 'remove-seat', { seat: lea.id })).body).toMatchObject({
      error: { code: 'S4' },
    })
    await session.done(lea.token, 'remove-seat', { seat: bob.id })
    expect(await client.closed).toBe(4401)
    expect(await rawClient(session.origin, session.board, bob.token).closed).toBe(4401)
  })

  test('a raised seat may steer on its open socket, and one set back may not any more (S2)', async () => {
    const { session, lea, bob } = await board()
    const client = await session.join(bob.token)
    const move = async (to: string) => {
      const id = newCommandId()
      client.ours(65, { id, name: 'move-phase', args: { to } })
      return (await client.frame(66, (fields) => fields.id === id)).fields.ok
    }
    expect(await move('post')).toBe(false)
    await session.done(lea.token, 'set-role', { seat: bob.id, role: 'facilitator' })
    await person(client, bob.id, ({ role }) => role === 'facilitator')
    expect(await move('post')).toBe(true)
    await session.done(lea.token, 'set-role', { seat: bob.id, role: 'participant' })
    await person(client, bob.id, ({ role }) => role === 'participant')
    expect(await move('colour')).toBe(false)
  })

  test('the heir takes over after a minute without any facilitator', async () => {
    const { session, lea, ann, bob } = await board(40)
    const leader = await session.join(lea.token)
    const [heir, other] = [await session.join(ann.token), await session.join(bob.token)]
    await session.done(lea.token, 'name-heir', { seat: ann.id })
    await person(other, ann.id, (each) => each.heir)
    leader.close()
    await person(other, ann.id, ({ role, heir: still }) => role === 'facilitator' && !still)
    expect(heir.isOpen()).toBe(true)
  })

  test('a renewed link closes its seats and its visitors at once, and no others (S4)', async () => {
    const { session, lea, bob } = await board()
    await session.done(lea.token, 'set-role', { seat: bob.id, role: 'participant' })
    const ann = await session.sit('participant', 'Ann')
    const gone = [await session.join(ann.token), await session.join(session.tokens.participant)]
    const stays = [await session.join(lea.token), await session.join(bob.token)]
    const wish = { do: 'renew', role: 'participant' }
    const { status } = await ask(session.origin, 'POST', `/api/boards/${session.board}/links`, lea.token, wish)
    expect(status).toBe(201)
    expect(await Promise.all(gone.map(({ closed }) => closed))).toEqual([4401, 4401])
    expect(stays.map((client) => client.isOpen())).toEqual([true, true])
  })

  test('a closed door is told to everybody', async () => {
    const { session, lea, bob } = await board()
    const client = await session.join(bob.token)
    await session.done(lea.token, 'set-door', { open: false })
    await client.frame(70, ({ doorOpen }) => !doorOpen)
    await expect(session.sit('participant', 'Eve')).rejects.toThrow(/door/)
    expect(await rawClient(session.origin, session.board, session.tokens.participant).closed).toBe(4401)
    expect((await session.join(session.tokens.facilitator)).isOpen()).toBe(true)
  })

  test('everybody but oneself is brought to what the facilitator looks at', async () => {
    const { session, lea, bob } = await board()
    const [leader, client] = [await session.join(lea.token), await session.join(bob.token)]
    leader.ours(65, { id: newCommandId(), name: 'bring-everyone', args: { view: [0, 0, 800, 600] } })
    expect((await client.frame(73)).fields).toEqual({ view: [0, 0, 800, 600], moment: null })
    expect(leader.frames.some(({ number }) => number === 73)).toBe(false)
  })
})

describe('a socket', () => {
  test.each([
    ['without a token', ['momentous.v1']],
    ['with a token that nobody has', ['momentous.v1', 'cap.aaaaaaaaaaaaaaaaaaaaaaaaaaa']],
  ])('%s is let in and told to go', async (_what, protocols) => {
    const { session } = await board()
    expect(await rawClient(session.origin, session.board, '', { protocols }).closed).toBe(4401)
  })

  test('for another board than its link’s is told to go', async () => {
    const { session } = await board()
    const other = await buildSession(session.origin)
    expect(await rawClient(session.origin, other.board, session.tokens.facilitator).closed).toBe(4401)
    expect(await rawClient(session.origin, 'no board', session.tokens.facilitator).closed).toBe(4404)
  })

  test('of a deleted board is told so', async () => {
    const { session, ann } = await board()
    const client = await session.join(ann.token)
    await ask(session.origin, 'DELETE', `/api/boards/${session.board}`, session.tokens.facilitator)
    expect(await client.closed).toBe(4404)
  })
})
