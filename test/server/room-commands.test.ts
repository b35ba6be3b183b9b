import { describe, expect, test } from 'vitest'
import { fastClock } from '../support/fast-clock.ts'
import { liveServer } from '../support/live-server.ts'
import { buildSession, newCommandId, newRecordId, type TestSession } from '../support/session-builder.ts'

const session = async (): Promise<TestSession> => buildSession((await liveServer(() => fastClock(10))).origin)

describe('a governed command', () => {
  test('is applied by the server, told to everybody, and answered', async () => {
    const board = await session()
    const [leader, reader] = [await board.join(board.tokens.facilitator), await board.join(board.tokens.observer)]
    const id = newCommandId()
    leader.ours(65, { id, name: 'move-phase', args: { to: 'post' } })
    expect((await leader.frame(66)).fields).toMatchObject({ id, ok: true })
    await reader.until((doc) => doc.getMap('session').get('phase') === 'post')
    expect((await reader.frame(69, ({ phase }) => phase === 'post')).fields.phaseNumber).toBe(1)
  })

  test('sent again by a socket or by HTTP changes nothing and is answered alike', async () => {
    const board = await session()
    const leader = await board.join(board.tokens.facilitator)
    const id = newCommandId()
    const args = { id: newRecordId(), text: 'Somebody waits at the door' }
    await board.go('plan')
    for (let at = 0; at < 3; at++) leader.ours(65, { id, name: 'keep-moment', args })
    await expect.poll(() => leader.frames.filter(({ number }) => number === 66).length).toBe(3)
    expect(leader.frames.filter(({ number }) => number === 66).map(({ fields }) => fields)).toEqual(
      Array.from({ length: 3 }, () => ({ id, ok: true })),
    )
    await board.done(board.tokens.facilitator, 'drop-kept-moment', { id: args.id })
    expect((await board.command(board.tokens.facilitator, 'keep-moment', args, id)).status).toBe(200)
    expect((await board.content()).session.kept).toEqual([])
  })

  test('of a participant that only the facilitator may send is refused with a sentence (S2)', async () => {
    const board = await session()
    const ann = await board.sit('participant', 'Ann')
    const { status, body } = await board.command(ann.token, 'move-phase', { to: 'post' })
    expect(status).toBe(403)
    expect(body).toMatchObject({ error: { code: 'S2', message: expect.stringMatching(/\.$/) } })
    const socket = await board.join(ann.token)
    socket.ours(65, { id: newCommandId(), name: 'move-phase', args: { to: 'post' } })
    expect((await socket.frame(66)).fields).toMatchObject({ ok: false, rule: 'S2' })
    expect(socket.isOpen()).toBe(true)
  })

  test('may also be one that a client writes itself: by HTTP the server writes it, by the same rules (M1)', async () => {
    const board = await session()
    const ann = await board.sit('participant', 'Ann')
    const add = () =>
      board.command(ann.token, 'add-moment', { id: newRecordId(), text: 'Reads the sign', after: 'last' })
    expect(await add()).toMatchObject({ status: 403, body: { error: { code: 'M1' } } })
    await board.go('post')
    expect((await add()).status).toBe(200)
    expect((await board.content()).moments.at(-1)).toMatchObject({ text: 'Reads the sign' })
  })

  test('that nobody knows, or with arguments that don’t fit, is told so', async () => {
    const board = await session()
    const ask = (name: string, args: unknown) => board.command(board.tokens.facilitator, name, args)
    expect((await ask('no-such-thing', {})).status).toBe(422)
    expect((await ask('constructor', {})).status).toBe(422)
    expect(await ask('set-session', { title: '' })).toMatchObject({
      status: 422,
      body: { error: { message: 'A board needs a name.' } },
    })
    expect((await ask('set-session', { dots: 'many' })).status).toBe(422)
  })
})
