import { idOfSecret } from '@momentous/shared/domain/secret'
import { updateKey } from '@momentous/shared/wire/update-key'
import { describe, expect, test } from 'vitest'
import { liveServer } from '../support/live-server.ts'
import { addMoment, buildSession, newCommandId, newRecordId } from '../support/session-builder.ts'

describe('a command’s id that is known already', () => {
  test('opens nothing to whom the command is never open, and takes no other arguments (L1, S2)', async () => {
    const session = await buildSession((await liveServer()).origin)
    const ann = await session.sit('participant', 'Ann')
    const olga = await session.sit('observer', 'Olga')
    const id = newCommandId()
    const move = { to: 'post' }
    const ask = (token: string, name: string, args: unknown) => session.command(token, name, args, id)
    expect((await ask(session.tokens.facilitator, 'move-phase', move)).status).toBe(200)
    expect(await ask(olga.token, 'move-phase', move)).toMatchObject({ status: 403, body: { error: { code: 'L1' } } })
    expect(await ask(ann.token, 'move-phase', move)).toMatchObject({ status: 403, body: { error: { code: 'S2' } } })
    expect((await ask(session.tokens.facilitator, 'move-phase', { to: 'nowhere' })).status).toBe(422)
    expect((await ask(session.tokens.facilitator, 'no-such-thing', move)).status).toBe(422)
    expect((await ask(session.tokens.facilitator, 'move-phase', move)).status).toBe(200)
  })

  test('is answered as done, also when by now it could no longer be done', async () => {
    const session = await buildSession((await liveServer()).origin)
    await session.go('post')
    const ann = await session.sit('participant', 'Ann')
    const id = newCommandId()
    const args = { id: newRecordId(), text: 'In time', after: 'last' }
    expect((await session.command(ann.token, 'add-moment', args, id)).status).toBe(200)
    await session.go('choose')
    expect((await session.command(ann.token, 'add-moment', args, id)).status).toBe(200)
    expect((await session.content()).moments).toHaveLength(11)
  })
})

test('one secret owns one thing: a build or a concern under a released idea’s id is refused (M4)', async () => {
  const session = await buildSession((await liveServer()).origin)
  await session.done(session.tokens.facilitator, 'set-session', { anonymous: false })
  await session.go('ideas')
  const [moment] = (await session.content()).session.shortlist.moments
  const idea = idOfSecret<string>('the-secret-of-ann-herself')
  const { token } = await session.sit('participant', 'Eve')
  await session.done(session.tokens.participant, 'raise-idea', { id: idea, moment, text: 'Open the door' })
  const build = await session.command(token, 'build-on-idea', { id: idea, idea, text: 'Shut it' })
  expect(build).toMatchObject({ status: 403, body: { error: { code: 'M4' } } })
  const concern = await session.command(token, 'raise-concern', { id: idea, moment, text: 'Draughty' })
  expect(concern).toMatchObject({ status: 403, body: { error: { code: 'M4' } } })
  await session.done(token, 'raise-idea', { id: idea, moment, text: 'Open the door' })
  const { ideas, builds } = await session.content()
  expect([ideas.length, builds.length]).toEqual([1, 0])
})

test('who comes back with a link alone while the line before still hangs is asked to come later, not refused', async () => {
  const session = await buildSession((await liveServer()).origin)
  await session.go('post')
  const link = session.tokens.participant
  const before = await session.join(link, { ours: false })
  before.write((doc) => addMoment(doc, newRecordId(), 'Before'))
  await expect.poll(async () => (await session.content()).moments.length).toBe(11)
  const again = await session.join(link, { doc: before.doc })
  again.write((doc) => addMoment(doc, newRecordId(), 'After'))
  expect(await again.closed).toBe(4529)
  expect(again.frames.some(({ number }) => number === 68)).toBe(false)
  expect(before.isOpen()).toBe(true)
  before.close()
  await before.closed
  const third = await session.join(link, { doc: before.doc })
  const key = updateKey(third.write((doc) => addMoment(doc, newRecordId(), 'Once more')))
  await third.frame(67, ({ keys }) => keys.includes(key))
  expect((await session.content()).moments).toHaveLength(13)
})

test('who has a seat is refused under the id of somebody with a link alone, at once (D2)', async () => {
  const session = await buildSession((await liveServer()).origin)
  await session.go('post')
  const visitor = await session.join(session.tokens.participant)
  const written = updateKey(visitor.write((doc) => addMoment(doc, newRecordId(), 'A visitor')))
  await visitor.frame(67, ({ keys }) => keys.includes(written))
  const eve = await session.join((await session.sit('participant', 'Eve')).token)
  eve.doc.clientID = visitor.doc.clientID
  await eve.until((doc) => doc.getMap('moments').size === 11)
  eve.write((doc) => addMoment(doc, newRecordId(), 'Signed: the visitor'))
  expect((await eve.frame(68)).fields.rule).toBe('D2')
})
