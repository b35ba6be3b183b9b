import { closeReasons } from '@momentous/shared/wire/close-reasons'
import { describe, expect, test } from 'vitest'
import { ask } from '../support/ask.ts'
import { liveServer } from '../support/live-server.ts'
import { goodbye } from '../support/raw-goodbye.ts'
import { buildSession } from '../support/session-builder.ts'

const words = 'four words in a row'

/** A board that asks for a passphrase, somebody who steers it, and somebody who was there before. */
async function guarded() {
  const server = await liveServer()
  const session = await buildSession(server.origin)
  const [fay, ann] = [await session.sit('facilitator', 'Fay'), await session.sit('participant', 'Ann')]
  const visitor = goodbye(session, session.tokens.participant)
  await visitor.open
  const seat = await session.join(ann.token)
  await session.done(fay.token, 'set-passphrase', { passphrase: words })
  const askHere = (method: string, path: string, token: string, body?: unknown) =>
    ask(server.origin, method, `/api/boards/${session.board}${path}`, token, body)
  const come = (passphrase?: string, token = session.tokens.participant) =>
    askHere('POST', '/seats', token, { name: 'Bob', ...(passphrase === undefined ? {} : { passphrase }) })
  return { server, session, fay, ann, visitor, seat, askHere, come }
}

describe('a passphrase (S4)', () => {
  test('is asked of newcomers at the door, and of nobody who has a seat', async () => {
    const { session, ann, seat, askHere, come } = await guarded()
    expect(await come()).toMatchObject({ status: 403, json: { error: { code: 'passphrase' } } })
    expect(await come('four words')).toMatchObject({ status: 403, json: { error: { code: 'wrong-passphrase' } } })
    const { status, json } = await come(`${words} `)
    expect(status).toBe(201)
    expect((await session.join(json.token)).isOpen()).toBe(true)
    expect(seat.isOpen()).toBe(true)
    expect((await session.join(ann.token)).isOpen()).toBe(true)
    expect((await askHere('GET', '', ann.token)).status).toBe(200)
  })

  test('shuts out everybody with a mere link: sockets at once, with a code and words of their own', async () => {
    const { session, visitor } = await guarded()
    expect(await visitor.closed).toEqual({ code: 4403, reason: closeReasons.passphrase })
    for (const role of ['facilitator', 'participant', 'observer'] as const) {
      expect(await goodbye(session, session.tokens[role]).closed).toEqual({
        code: 4403,
        reason: closeReasons.passphrase,
      })
    }
  })

  test('leaves a link alone nothing to read or do, and tells it nothing of what the board is about', async () => {
    const { session, askHere } = await guarded()
    const { facilitator } = session.tokens
    const tries = [
      await askHere('GET', '', facilitator),
      await askHere('GET', '/form.csv', facilitator),
      await askHere('GET', '/board.json', facilitator),
      await askHere('GET', '/links', facilitator),
      await askHere('POST', '/links', facilitator, { do: 'renew', role: 'observer' }),
      await askHere('POST', '/commands', facilitator, { name: 'set-passphrase', args: { passphrase: null } }),
      await askHere('DELETE', '', facilitator),
    ]
    for (const each of tries) expect(each).toMatchObject({ status: 403, json: { error: { code: 'passphrase' } } })
    const door = await askHere('GET', '/door', session.tokens.participant)
    expect(door.json).toMatchObject({ passphrase: true, title: '', why: '', phase: 'lobby', facilitator: 'Fay' })
    expect(door.text).not.toMatch(/practice|Patients/)
  })

  test('is the facilitators’ to set, has some length, and can be taken away', async () => {
    const { session, fay, ann, come, seat } = await guarded()
    expect((await session.command(ann.token, 'set-passphrase', { passphrase: null })).status).toBe(403)
    expect(await session.command(fay.token, 'set-passphrase', { passphrase: 'short' })).toMatchObject({
      status: 422,
      body: { error: { message: expect.stringMatching(/^Eight letters at least/) } },
    })
    await seat.frame(70, ({ terms }) => terms.passphrase === true)
    await session.done(fay.token, 'set-passphrase', { passphrase: null })
    await seat.frame(70, ({ terms }) => terms.passphrase === false)
    expect((await come()).status).toBe(201)
  })

  test('is in no answer, no log line and no frame', async () => {
    const { server, session, fay, come, seat, askHere } = await guarded()
    await come(words)
    await come(`${words} and more`)
    await askHere('POST', '/seats', session.tokens.participant, { passphrase: { words } })
    const frames = seat.frames.map(({ bytes }) => Buffer.from(bytes).toString('latin1')).join('')
    const answers = [
      await askHere('GET', '', fay.token),
      await askHere('GET', '/door', fay.token),
      await come(`${words}.`),
    ]
    expect([server.logged.join(''), frames, ...answers.map(({ text }) => text)].join('')).not.toContain('four words')
  })

  test('that is guessed slows the guesser, in words that say that nobody is locked out', async () => {
    const { come, session } = await guarded()
    const guesses = await Promise.all(Array.from({ length: 60 }, (_, at) => come(`guess number ${at}`)))
    const slowed = guesses.find(({ status }) => status === 429)
    expect(slowed?.json.error).toMatchObject({
      code: 'many-tries',
      message: expect.stringMatching(/Nobody is locked out/),
    })
    expect(guesses.every(({ status }) => status !== 201)).toBe(true)
    expect((await come(words, session.tokens.facilitator)).status).toBe(201)
  })
})
