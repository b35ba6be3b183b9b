import { setTimeout as wait } from 'node:timers/promises'
import { updateKey } from '@momentous/shared/wire/update-key'
import { describe, expect, test } from 'vitest'
import { fastClock } from '../support/fast-clock.ts'
import { heldStorage, type HeldStorage } from '../support/held-storage.ts'
import { liveServer } from '../support/live-server.ts'
import { addMoment, buildSession, momentsIn, newCommandId, newRecordId } from '../support/session-builder.ts'

async function wall() {
  let held: HeldStorage | null = null
  const server = await liveServer((world) => {
    held = heldStorage(world.storage)
    return { ...fastClock(10), storage: held.storage }
  })
  const session = await buildSession(server.origin)
  await session.go('post')
  const [ann, bob] = [await session.sit('participant', 'Ann'), await session.sit('participant', 'Bob')]
  const [writer, reader] = [await session.join(ann.token), await session.join(bob.token)]
  if (held === null) throw new Error('The server has no storage.')
  return { session, writer, reader, held: held as HeldStorage, bob }
}

describe('nothing leaves the room before it is on the disk:', () => {
  test('no broadcast, no acknowledgement, and nothing of it for who joins or asks by HTTP meanwhile', async () => {
    const { session, writer, reader, held, bob } = await wall()
    held.hold()
    const id = newRecordId()
    const key = updateKey(writer.write((doc) => addMoment(doc, id, 'Not yet')))
    const late = await session.join(bob.token)
    expect((await session.content()).moments).toHaveLength(10)
    await wait(400)
    expect([momentsIn(late.doc).size, momentsIn(late.doc).has(id)]).toEqual([10, false])
    expect(momentsIn(reader.doc).has(id)).toBe(false)
    expect(writer.frames.some(({ number, fields }) => number === 67 && fields.keys.includes(key))).toBe(false)
    held.release()
    await writer.frame(67, ({ keys }) => keys.includes(key))
    await reader.until((doc) => momentsIn(doc).has(id))
    await late.until((doc) => momentsIn(doc).has(id))
    expect((await session.content()).moments).toHaveLength(11)
  })

  test('a resend of what is on its way is acknowledged with it, not before', async () => {
    const { writer, held } = await wall()
    held.hold()
    const update = writer.write((doc) => addMoment(doc, newRecordId(), 'Twice'))
    writer.update(update)
    await wait(200)
    const acknowledged = () =>
      writer.frames
        .filter(({ number }) => number === 67)
        .flatMap(({ fields }) => fields.keys)
        .filter((key) => key === updateKey(update))
    expect(acknowledged()).toEqual([])
    held.release()
    await expect.poll(acknowledged).toEqual([updateKey(update), updateKey(update)])
  })
})

describe('while the disk takes nothing', () => {
  test('people are told, reads and presence go on, and everything resumes by itself', async () => {
    const { session, writer, reader, held } = await wall()
    const before = newRecordId()
    writer.write((doc) => addMoment(doc, before, 'On the disk'))
    await reader.until((doc) => momentsIn(doc).has(before))
    held.fail(true)
    const [during, later] = [newRecordId(), newRecordId()]
    const key = updateKey(writer.write((doc) => addMoment(doc, during, 'Waits')))
    await reader.frame(69, ({ writable }) => writable === false)
    const second = updateKey(writer.write((doc) => addMoment(doc, later, 'Waits too')))
    const command = { id: newCommandId(), name: 'keep-moment', args: { id: newRecordId(), text: 'Late' } }
    writer.presence({ cursor: [3, 4] })
    await reader.frame(1)
    const newcomer = await session.join(session.tokens.observer)
    expect(momentsIn(newcomer.doc).has(before)).toBe(true)
    expect(momentsIn(newcomer.doc).has(during)).toBe(false)
    expect((await session.content()).moments).toHaveLength(11)
    expect((await session.command(session.tokens.facilitator, 'set-timer', { seconds: null })).status).toBe(503)
    held.fail(false)
    await writer.frame(67, ({ keys }) => keys.includes(key))
    await writer.frame(67, ({ keys }) => keys.includes(second))
    await reader.until((doc) => momentsIn(doc).has(during) && momentsIn(doc).has(later))
    await newcomer.until((doc) => momentsIn(doc).has(later))
    await reader.frame(69, ({ writable, phase }) => writable && phase === 'post')
    expect((await session.content()).moments).toHaveLength(13)
    writer.ours(65, command)
    await writer.frame(66, ({ id }) => id === command.id)
    expect([writer, reader, newcomer].map((client) => client.isOpen())).toEqual([true, true, true])
  })

  test('a command by socket waits and is done once', async () => {
    const { session, held } = await wall()
    const leader = await session.join(session.tokens.facilitator)
    held.fail(true)
    const id = newCommandId()
    leader.ours(65, { id, name: 'move-phase', args: { to: 'colour' } })
    await leader.frame(69, ({ writable }) => writable === false)
    leader.ours(65, { id, name: 'move-phase', args: { to: 'colour' } })
    held.fail(false)
    expect((await leader.frame(66)).fields).toEqual({ id, ok: true })
    expect((await session.content()).session).toMatchObject({ phase: 'colour', phaseNumber: 2 })
  })
})
