import { once } from 'node:events'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { httpServer, type HttpServer } from '../support/http-server.ts'

/** A socket on the board that has had its first frame, and the code that it closes with. */
async function socketOn({ port }: HttpServer, id: string, token: string): Promise<{ closed: Promise<number> }> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/sync/${id}`, ['momentous.v1', `cap.${token}`])
  const closed = once(socket, 'close').then(([code]: unknown[]) => Number(code))
  await once(socket, 'message')
  return { closed }
}

test('a governed command by HTTP: done, refused by its rule, or not understood', async () => {
  const { ask, board } = await httpServer()
  const { path, tokens } = await board()
  const send = (token: string, body: unknown) => ask('POST', `${path}/commands`, token, body)
  const rename = { name: 'set-session', args: { title: 'The bakery' } }
  expect(await send(tokens.participant, rename)).toMatchObject({ status: 403, json: { error: { code: 'S1' } } })
  expect(await send(tokens.observer, rename)).toMatchObject({ status: 403, json: { error: { code: 'L1' } } })
  expect((await ask('GET', path, tokens.observer)).json.board.session.title).toBe('The shop')
  expect(await send(tokens.facilitator, { ...rename, id: 'rename-once' })).toMatchObject({
    status: 200,
    json: { ok: true },
  })
  await send(tokens.facilitator, { name: 'set-session', args: { title: 'The dentist' } })
  expect(await send(tokens.facilitator, { ...rename, id: 'rename-once' })).toMatchObject({ status: 200 })
  expect((await ask('GET', path, tokens.observer)).json.board.session.title).toBe('The dentist')
  for (const body of [{ name: 'fly' }, { name: 'set-session', args: { dots: 9 } }, { name: 'constructor' }]) {
    const { status, json } = await send(tokens.facilitator, body)
    expect(status).toBe(422)
    expect(json.error.message).toMatch(/\.$/)
  }
  expect(await send(tokens.participant, { name: 'be-ready', args: { ready: true } })).toMatchObject({
    status: 403,
    json: { error: { code: 'L2' } },
  })
})

test('a facilitator closes the door, raises a person and takes one off the board', async () => {
  const { ask, board } = await httpServer()
  const { path, tokens } = await board()
  const join = (token: string, name: string) => ask('POST', `${path}/seats`, token, { name })
  const send = (token: string, name: string, args: unknown) => ask('POST', `${path}/commands`, token, { name, args })
  const [fay, ann, bob] = [
    (await join(tokens.facilitator, 'Fay')).json,
    (await join(tokens.participant, 'Ann')).json,
    (await join(tokens.participant, 'Bob')).json,
  ]
  expect((await send(fay.token, 'set-door', { open: false })).status).toBe(200)
  const late = await join(tokens.participant, 'Zoe')
  expect(late).toMatchObject({ status: 403, json: { error: { code: 'door-closed', facilitator: 'Fay' } } })
  expect((await send(fay.token, 'set-role', { seat: ann.seat.id, role: 'facilitator' })).status).toBe(200)
  expect((await ask('GET', path, ann.token)).json.role).toBe('facilitator')
  expect((await send(ann.token, 'remove-seat', { seat: bob.seat.id })).status).toBe(200)
  expect((await ask('GET', path, bob.token)).status).toBe(410)
})

test('what closes ends its sockets at once', async () => {
  const server = await httpServer()
  const { ask, board } = server
  const { id, path, tokens } = await board()
  const ann = (await ask('POST', `${path}/seats`, tokens.participant, { name: 'Ann' })).json
  const [byLink, bySeat, watcher] = await Promise.all(
    [tokens.participant, ann.token, tokens.observer].map((token) => socketOn(server, id, token)),
  )
  await ask('POST', `${path}/links`, tokens.facilitator, { do: 'renew', role: 'participant' })
  expect(await byLink?.closed).toBe(4401)
  expect(await bySeat?.closed).toBe(4401)
  await ask('DELETE', path, tokens.facilitator)
  expect(await watcher?.closed).toBe(4404)
})

test('a board is made, walked to its first phase and read back by HTTP alone', async () => {
  const { ask, board } = await httpServer()
  const { path, tokens } = await board({ template: 'dentist' })
  const send = (name: string, args: unknown) => ask('POST', `${path}/commands`, tokens.facilitator, { name, args })
  expect(await send('move-phase', { to: 'post' })).toMatchObject({ status: 200 })
  await expect
    .poll(async () => (await ask('GET', `${path}/door`, tokens.participant)).json.phase, { timeout: 8000 })
    .toBe('post')
  const form = await ask('GET', `${path}/form.csv`, tokens.observer)
  expect(form.text.trim().split('\r\n')).toHaveLength(11)
}, 15_000)
