import { expect, test } from 'vitest'
import { httpServer } from '../support/http-server.ts'

test('a link makes a seat with a name, and the seat’s token does what the link’s did', async () => {
  const { ask, board } = await httpServer()
  const { path, tokens } = await board()
  const { status, json } = await ask('POST', `${path}/seats`, tokens.participant, {
    name: 'Ann',
    workplace: 'front-line',
  })
  expect(status).toBe(201)
  expect(json.seat).toEqual({ id: expect.any(String), name: 'Ann', role: 'participant', workplace: 'front-line' })
  expect(await ask('GET', path, json.token)).toMatchObject({ status: 200, json: { role: 'participant' } })
})

test('nobody has to give a name, nor any body at all', async () => {
  const { ask, board } = await httpServer()
  const { path, tokens } = await board()
  expect((await ask('POST', `${path}/seats`, tokens.observer)).json.seat).toMatchObject({
    name: 'Somebody',
    role: 'observer',
  })
  expect((await ask('POST', `${path}/seats`, tokens.observer, { name: '  ' })).json.seat.name).toBe('Somebody')
})

test('a seat that comes again stays the same seat', async () => {
  const { ask, board } = await httpServer()
  const { path, tokens } = await board()
  const first = await ask('POST', `${path}/seats`, tokens.participant, { name: 'Ann' })
  const again = await ask('POST', `${path}/seats`, first.json.token, { name: 'Bea', place: 'office' })
  expect(again).toMatchObject({ status: 200, json: { token: first.json.token } })
  expect(again.json.seat).toEqual({ ...first.json.seat, name: 'Bea', workplace: 'office' })
})

test('refuses a strange name or place of work with a sentence', async () => {
  const { ask, board } = await httpServer()
  const { path, tokens } = await board()
  const unfit: readonly [unknown, RegExp][] = [
    [{ name: 'x'.repeat(81) }, /under 80/],
    [{ workplace: 'moon' }, /front-line, office, manager/],
    [{ name: 7 }, /“name”/],
  ]
  for (const [body, sentence] of unfit) {
    const { status, json } = await ask('POST', `${path}/seats`, tokens.participant, body)
    expect(status).toBe(422)
    expect(json.error.message).toMatch(sentence)
  }
})

test('a renewed link is told once; the old one and its seats are gone, and who renewed it stays', async () => {
  const { ask, board, origin } = await httpServer()
  const { id, path, tokens } = await board()
  const boss = (await ask('POST', `${path}/seats`, tokens.facilitator, { name: 'Fay' })).json.token
  const ann = (await ask('POST', `${path}/seats`, tokens.participant, { name: 'Ann' })).json.token
  const { status, json } = await ask('POST', `${path}/links`, boss, { do: 'renew', role: 'participant' })
  expect(status).toBe(201)
  expect(json).toEqual({ role: 'participant', token: json.token, link: `${origin}/b/${id}#${json.token}` })
  for (const token of [tokens.participant, ann]) expect((await ask('GET', path, token)).status).toBe(410)
  expect((await ask('POST', `${path}/seats`, tokens.participant, {})).status).toBe(410)
  expect((await ask('GET', path, json.token)).json.role).toBe('participant')
  await ask('POST', `${path}/links`, boss, { do: 'renew', role: 'facilitator' })
  expect((await ask('GET', path, boss)).status).toBe(200)
  expect((await ask('GET', path, tokens.facilitator)).status).toBe(410)
})

test('links are for facilitators: which are open, a personal one, and none for a role that is closed', async () => {
  const { ask, board } = await httpServer()
  const { path, tokens } = await board()
  for (const method of ['GET', 'POST']) {
    const body = method === 'GET' ? undefined : { do: 'renew', role: 'observer' }
    expect((await ask(method, `${path}/links`, tokens.participant, body)).status).toBe(403)
  }
  expect((await ask('POST', `${path}/links`, tokens.facilitator, { do: 'close', role: 'observer' })).status).toBe(204)
  expect((await ask('GET', `${path}/links`, tokens.facilitator)).json.links).toEqual([
    { role: 'facilitator', open: true },
    { role: 'participant', open: true },
    { role: 'observer', open: false },
  ])
  const invited = await ask('POST', `${path}/links`, tokens.facilitator, {
    do: 'invite',
    role: 'participant',
    name: 'Zoe',
  })
  expect((await ask('GET', `${path}/door`, invited.json.token)).json.seat).toMatchObject({ name: 'Zoe' })
  for (const body of [{}, { do: 'burn', role: 'observer' }, { do: 'renew', role: 'king' }]) {
    const { status, json } = await ask('POST', `${path}/links`, tokens.facilitator, body)
    expect(status).toBe(422)
    expect(json.error.message).toMatch(/^(Say what|A role is)/)
  }
})
