import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fastClock } from '../support/fast-clock.ts'
import { liveServer } from '../support/live-server.ts'
import { buildSession, newCommandId, settled } from '../support/session-builder.ts'

async function vote() {
  const server = await liveServer(() => fastClock(10))
  const session = await buildSession(server.origin)
  await session.done(session.tokens.facilitator, 'set-session', { room: 1 })
  await session.go('choose')
  const moments: string[] = (await session.content()).moments.map(({ id }: { id: string }) => id)
  const [one = '', two = ''] = moments
  return { server, session, one, two }
}

describe('a vote', () => {
  test('counts one ballot a person, the last one, and nobody sees a count before the close (V1)', async () => {
    const { session, one, two } = await vote()
    const [ann, bob] = [await session.sit('participant', 'Ann'), await session.sit('participant', 'Bob')]
    const watcher = await session.join(bob.token)
    await session.done(ann.token, 'cast-ballot', { round: 1, dots: { [one]: 3 } })
    await session.done(ann.token, 'cast-ballot', { round: 1, dots: { [two]: 1 } })
    await session.done(bob.token, 'cast-ballot', { round: 1, dots: { [two]: 2 } })
    // What she was told when she came in, and nothing since: not even when somebody votes.
    expect(watcher.frames.filter(({ number }) => number === 74).length).toBeLessThanOrEqual(1)
    expect((await session.content()).session.vote).toEqual({ state: 'open', round: 1 })
    await session.done(session.tokens.facilitator, 'close-vote')
    // Ticks count until the announced step completes.
    await session.done(session.tokens.facilitator, 'cast-room-ballot', { round: 1, person: 1, dots: { [one]: 1 } })
    await settled(session.content)
    expect((await session.content()).session.vote).toEqual({
      state: 'closed',
      round: 1,
      totals: { [one]: 1, [two]: 3 },
      ballots: 3,
    })
  })

  test('takes no ballot of a link alone (L2), none of too many dots, and none too many for the room (V1)', async () => {
    const { session, one } = await vote()
    const { participant, facilitator } = session.tokens
    const ann = await session.sit('participant', 'Ann')
    const refusal = async (token: string, name: string, args: unknown) => {
      const { status, body } = await session.command(token, name, args)
      return [status, (body as { error: { code: string } }).error.code]
    }
    expect(await refusal(participant, 'cast-ballot', { round: 1, dots: { [one]: 1 } })).toEqual([403, 'L2'])
    expect(await refusal(ann.token, 'cast-ballot', { round: 1, dots: { [one]: 4 } })).toEqual([403, 'V1'])
    expect(await refusal(facilitator, 'cast-room-ballot', { round: 1, person: 2, dots: {} })).toEqual([403, 'V1'])
    expect(await refusal(ann.token, 'cast-room-ballot', { round: 1, person: 1, dots: {} })).toEqual([403, 'S2'])
  })

  test('or a grade, a ready or an agree tick is a person’s: a link alone gets 403 for each, whatever its role (L2)', async () => {
    const { session, one } = await vote()
    const { participant, facilitator, observer } = session.tokens
    const asked = [
      ['cast-ballot', { round: 1, dots: { [one]: 1 } }],
      ['grade-moment', { moment: one, round: 1, ranking: 'neutral' }],
      ['be-ready', { ready: true }],
      ['agree-action', { action: 'an-action-0001', agreed: true }],
      ['rename-self', { name: 'Somebody' }],
    ] as const
    for (const [name, args] of asked) {
      for (const token of [participant, facilitator, observer]) {
        const { status, body } = await session.command(token, name, args)
        expect([name, status], JSON.stringify(body)).toEqual([name, 403])
      }
    }
  })

  test('takes ballots for the room as declared, where everybody sees how many, and no more once it is open (V1)', async () => {
    const { session, one } = await vote()
    const { facilitator, observer } = session.tokens
    const watcher = await session.join(observer)
    expect(watcher.doc.getMap('session').get('room')).toBe(1)
    const more = await session.command(facilitator, 'set-session', { room: 5 })
    expect(more.status).toBe(403)
    for (const dots of [3, 1]) {
      await session.done(facilitator, 'cast-room-ballot', { round: 1, person: 1, dots: { [one]: dots } })
    }
    await session.done(facilitator, 'close-vote')
    await settled(session.content)
    expect((await session.content()).session.vote).toMatchObject({ totals: { [one]: 1 }, ballots: 1 })
  })

  test('shows everybody their own dots again after coming back', async () => {
    const { session, one } = await vote()
    const ann = await session.sit('participant', 'Ann')
    const before = await session.join(ann.token)
    before.ours(65, { id: newCommandId(), name: 'cast-ballot', args: { round: 1, dots: { [one]: 2 } } })
    expect((await before.frame(71, ({ dots }) => dots[one] === 2)).fields.dots).toEqual({ [one]: 2 })
    before.close()
    const after = await session.join(ann.token)
    expect((await after.frame(71)).fields.dots).toEqual({ [one]: 2 })
    const other = await session.join((await session.sit('participant', 'Bob')).token)
    expect((await other.frame(71)).fields.dots).toEqual({})
  })

  test('leaves no trace of a person or a ballot behind', async () => {
    const { server, session, one } = await vote()
    const ann = await session.sit('participant', 'Ann')
    await session.done(ann.token, 'cast-ballot', { round: 1, dots: { [one]: 2 } })
    const database = new DatabaseSync(join(server.folder, 'data', 'momentous.db'), { readOnly: true })
    const rows = () => database.prepare('select * from vault').all()
    const stored = JSON.stringify(rows(), (_key, value) =>
      value instanceof Uint8Array ? new TextDecoder().decode(value) : value,
    )
    expect(stored).toContain(one)
    expect(stored).not.toContain(ann.id)
    expect(stored).not.toContain('Ann')
    await session.done(session.tokens.facilitator, 'close-vote')
    await settled(session.content)
    expect(rows()).toEqual([])
    database.close()
    expect(server.logged.join('')).not.toContain(ann.id)
    expect(server.logged.join('')).not.toContain(ann.token)
  })
})
