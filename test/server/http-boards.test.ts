import { describe, expect, test } from 'vitest'
import { httpServer } from '../support/http-server.ts'

describe('making a board', () => {
  test('gives three links, each with its token in the fragment alone', async () => {
    const { ask, origin } = await httpServer()
    const { status, json } = await ask('POST', '/api/boards', null, { title: ' The shop ', template: 'shop' })
    expect(status).toBe(201)
    expect(json.id).toMatch(/^[a-z2-9]{12}$/)
    expect(Object.keys(json.tokens)).toEqual(['facilitator', 'participant', 'observer'])
    expect(new Set(Object.values(json.tokens)).size).toBe(3)
    for (const role of ['facilitator', 'participant', 'observer']) {
      expect(json.links[role]).toBe(`${origin}/b/${json.id}#${json.tokens[role]}`)
      const seen = await ask('GET', `/api/boards/${json.id}`, json.tokens[role])
      expect(seen).toMatchObject({ status: 200, json: { id: json.id, role } })
      expect(seen.json.board).toMatchObject({ session: { title: 'The shop', why: '', phase: 'lobby' } })
      expect(seen.json.board.moments).toHaveLength(3)
    }
  })

  test('uses the public address when there is one', async () => {
    const { ask } = await httpServer({ publicUrl: 'https://board.example.org/mot' })
    const { json } = await ask('POST', '/api/boards', null, { title: 'The shop' })
    expect(json.links.observer).toBe(`https://board.example.org/mot/b/${json.id}#${json.tokens.observer}`)
  })

  test('refuses what it can’t be with a sentence', async () => {
    const { ask } = await httpServer()
    const unfit: readonly [unknown, RegExp][] = [
      [{}, /title/],
      [[], /JSON object|title/],
      [{ title: '  ' }, /needs a name/],
      [{ title: 'x'.repeat(121) }, /under 120/],
      [{ title: 'x', why: 'y'.repeat(1001) }, /under 1000/],
      [{ title: 'x', template: 'castle' }, /templates are empty, dentist/],
      [{ title: 'broken \ud800' }, /broken character/],
    ]
    for (const [body, sentence] of unfit) {
      const { status, json } = await ask('POST', '/api/boards', null, body)
      expect(status).toBe(422)
      expect(json.error).toMatchObject({ code: 'bad-arguments', message: expect.stringMatching(sentence) })
    }
  })
})

describe('who may look', () => {
  test('a missing, a broken, a foreign and a closed token, and a board that was never there', async () => {
    const { ask, board } = await httpServer()
    const [one, other] = [await board(), await board()]
    const look = async (path: string, token: string | null) => {
      const { status, json } = await ask('GET', path, token)
      expect(json.error.message).toMatch(/^[A-Z].*\.$/)
      return [status, json.error.code]
    }
    expect(await look(one.path, null)).toEqual([401, 'no-token'])
    expect(await look(one.path, 'x'.repeat(27))).toEqual([401, 'unknown-token'])
    expect(await look(one.path, other.tokens.facilitator)).toEqual([403, 'other-board'])
    expect(await look('/api/boards/neverneverne', null)).toEqual([404, 'no-such-board'])
    expect(await look('/api/boards/a', one.tokens.observer)).toEqual([404, 'no-such-board'])
    await ask('POST', `${one.path}/links`, one.tokens.facilitator, { do: 'close', role: 'observer' })
    expect(await look(one.path, one.tokens.observer)).toEqual([410, 'closed'])
    expect(await look(other.path, one.tokens.observer)).toEqual([410, 'closed'])
  })

  test('a closed link says whom to ask, but not at another board’s door', async () => {
    const { ask, board } = await httpServer()
    const [one, other] = [await board(), await board()]
    for (const { path, tokens } of [one, other]) await ask('POST', `${path}/seats`, tokens.facilitator, { name: 'Fay' })
    await ask('POST', `${one.path}/links`, one.tokens.facilitator, { do: 'close', role: 'observer' })
    const { error } = (await ask('GET', `${one.path}/door`, one.tokens.observer)).json
    expect(error).toMatchObject({ facilitator: 'Fay', message: expect.stringContaining('Ask Fay for a new link') })
    expect((await ask('GET', `${other.path}/door`, one.tokens.observer)).text).not.toContain('Fay')
  })

  test('the door tells a newcomer what it is about and who holds it', async () => {
    const { ask, board } = await httpServer()
    const { id, path, tokens } = await board()
    const stranger = await ask('GET', `${path}/door`, tokens.participant)
    const open = { open: true, passphrase: false, deleteAt: null, idleDays: null }
    const facts = { id, title: 'The shop', why: 'Customers frown', phase: 'lobby', ...open }
    expect(stranger.json).toEqual({ ...facts, role: 'participant', facilitator: null, seat: null })
    const { json } = await ask('POST', `${path}/seats`, tokens.facilitator, { name: 'Fay', place: 'manager' })
    const known = await ask('GET', `${path}/door`, json.token)
    const seat = { id: json.seat.id, name: 'Fay', workplace: 'manager' }
    expect(known.json).toEqual({ ...facts, role: 'facilitator', facilitator: 'Fay', seat })
  })
})

describe('deleting a board', () => {
  test('is for facilitators, and leaves nothing', async () => {
    const { ask, board } = await httpServer()
    const { path, tokens } = await board()
    expect(await ask('DELETE', path, tokens.participant)).toMatchObject({
      status: 403,
      json: { error: { code: 'S4' } },
    })
    expect((await ask('GET', path, tokens.participant)).status).toBe(200)
    expect((await ask('DELETE', path, tokens.facilitator)).status).toBe(204)
    expect((await ask('GET', path, tokens.facilitator)).status).toBe(404)
  })
})
