import { updateKey } from '@momentous/shared/wire/update-key'
import { idOfSecret } from '@momentous/shared/domain/secret'
import { expect, test, vi } from 'vitest'
import { longClock } from '../support/long-clock.ts'
import { fastClock } from '../support/fast-clock.ts'
import { liveServer } from '../support/live-server.ts'
import { addMoment, buildSession, momentsIn, newRecordId } from '../support/session-builder.ts'

vi.setConfig({ testTimeout: 40_000 })

const HOUR = 3_600_000

async function session(times: number) {
  const clock = fastClock(times)
  const server = await liveServer(() => clock)
  const built = await buildSession(server.origin)
  const [ann, bob] = [await built.sit('participant', 'Ann'), await built.sit('participant', 'Bob')]
  return { clock, built, ann, bob }
}

test.each([
  ['back', -HOUR],
  ['forward', HOUR],
])('the clock is set an hour %s while people work: changes, presence, questions and the pulse go on', async (_, by) => {
  const { clock, built, ann, bob } = await session(2)
  await built.go('post')
  const [writer, reader] = [await built.join(ann.token), await built.join(bob.token)]
  // An answer from the document, so that the next one has to keep a pause.
  reader.send(new Uint8Array([0, 0, 1, 0]))
  writer.presence({ cursor: [1, 1] })
  await reader.frame(1)
  clock.jump(by)
  const id = newRecordId()
  const key = updateKey(writer.write((doc) => addMoment(doc, id, 'After the jump')))
  await writer.frame(67, ({ keys }) => keys.includes(key))
  await reader.until((doc) => momentsIn(doc).has(id))
  const before = reader.frames.filter(({ number }) => number === 1).length
  await expect
    .poll(
      () => {
        writer.presence({ cursor: [Math.random() * 100, 2] })
        return reader.frames.filter(({ number }) => number === 1).length
      },
      { timeout: 20_000 },
    )
    .toBeGreaterThan(before + 2)
  const pulses = () => reader.frames.filter(({ number }) => number === 69)
  const seen = pulses().length
  await expect.poll(() => pulses().length, { timeout: 20_000 }).toBeGreaterThan(seen + 1)
  const newcomer = await built.join(built.tokens.observer)
  expect(momentsIn(newcomer.doc).has(id)).toBe(true)
  expect([writer, reader].map((client) => client.isOpen())).toEqual([true, true])
})

test.each([
  ['back', -HOUR],
  ['forward', HOUR],
])(
  'the clock is set an hour %s between the announcement of a close and the close: it comes, and not before its time',
  async (_, by) => {
    const clock = longClock()
    const built = await buildSession((await liveServer(() => clock)).origin)
    const { facilitator } = built.tokens
    const vote = async () => (await built.content()).session.vote.state
    await built.go('choose')
    await built.done(facilitator, 'close-vote')
    clock.set(by)
    // Another change of the session, which looks at all alarms anew.
    await built.done(facilitator, 'set-timer', { seconds: 600 })
    await clock.pass(4000)
    expect(await vote()).toBe('open')
    await built.done(facilitator, 'take-back')
    await clock.pass(10_000)
    expect(await vote()).toBe('open')
    await built.done(facilitator, 'close-vote')
    clock.set(by)
    await built.done(facilitator, 'set-timer', { seconds: 300 })
    await clock.pass(5000)
    await expect.poll(vote, { timeout: 20_000 }).toBe('closed')
  },
)

test('the clock is set back while ideas wait: they are out when their minute is over', async () => {
  const { clock, built, ann, bob } = await session(30)
  await built.go('ideas')
  const [moment] = (await built.content()).session.shortlist.moments
  const raise = (token: string, text: string) =>
    built.done(token, 'raise-idea', { id: idOfSecret<string>(`a secret of a device: ${text}`), moment, text })
  await raise(ann.token, 'First')
  clock.jump(-HOUR)
  await raise(bob.token, 'Second')
  await expect.poll(async () => (await built.content()).ideas.length, { timeout: 15_000 }).toBe(2)
})
