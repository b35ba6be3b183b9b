import { AWARENESS, frames } from '@momentous/shared/wire/frames'
import * as encoding from 'lib0/encoding'
import { describe, expect, it, test } from 'vitest'
import { openPage, until } from '../support/client-store.ts'
import { stubServer, type StubPeer } from '../support/stub-server.ts'

const seat = { id: 'seat-of-ann', token: 'token' }
const boardAt = (origin: string) => ({ origin, board: 'board-of-stub' })
const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

const meet = async () => {
  const server = await stubServer()
  const page = openPage(boardAt(server.origin), seat)
  await until(() => page.store.status.get().state === 'online', 'the link')
  const [peer] = server.peers
  if (peer === undefined) throw new Error('Somebody has come.')
  return { server, peer, ...page }
}
const pulse = { now: 2_000_000, phase: 'lobby', phaseNumber: 0, writable: true } as const

test('a pulse is answered with the phase that this page knows of, and sets the clock', async () => {
  const { peer, store } = await meet()
  await until(() => peer.fieldsOf('pulse').length === 1, 'the first word')
  peer.tell('pulse', pulse)
  await until(() => peer.fieldsOf('pulse').length === 2, 'the answer')
  expect(peer.fieldsOf('pulse').at(-1)).toMatchObject({ phase: 'lobby', phaseNumber: 0 })
  expect(Math.abs(store.now() - 2_000_000)).toBeLessThan(500)
  peer.tell('pulse', { ...pulse, writable: false })
  await until(() => store.saved.get().state === 'not-saved', 'not saved')
})

test('a pointer that moves all the time makes at most thirty messages a second; what others do is never sent back', async () => {
  const { peer, store } = await meet()
  const others = encoding.createEncoder()
  encoding.writeVarUint(others, AWARENESS)
  const state = JSON.stringify({ seat: 'seat-of-bob', name: 'Bob', role: 'participant', cursor: [1, 2] })
  encoding.writeVarUint8Array(others, entry(4711, 1, state))
  const sent = () => peer.heard.filter((number) => number === AWARENESS).length
  await rest(100)
  const before = sent()
  peer.raw(encoding.toUint8Array(others))
  await until(() => store.presence.peers().length === 1, 'Bob')
  await rest(100)
  expect(sent()).toBe(before)
  const began = Date.now()
  for (let x = 0; x < 150; x++) {
    store.presence.publish({ cursor: { x, y: 0 } })
    await rest(4)
  }
  expect(sent() - before).toBeGreaterThan(5)
  expect(sent() - before).toBeLessThanOrEqual(((Date.now() - began) / 1000) * 30 + 1)
})

function entry(client: number, clock: number, state: string): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, 1)
  encoding.writeVarUint(encoder, client)
  encoding.writeVarUint(encoder, clock)
  encoding.writeVarString(encoder, state)
  return encoding.toUint8Array(encoder)
}

test('an unanswered question goes once more after a break, under the same id', async () => {
  const { server, peer, store } = await meet()
  const outcome = store.ask('ring-bell', {})
  await until(() => peer.fieldsOf('command').length === 1, 'the question')
  peer.close(1011)
  await until(() => server.peers.length === 2 && (server.peers[1]?.fieldsOf('command').length ?? 0) === 1, 'it again')
  const [first, again] = [peer.fieldsOf('command')[0], server.peers[1]?.fieldsOf('command')[0]]
  expect(again).toEqual(first)
  server.peers[1]?.tell('outcome', { id: first?.id ?? '', ok: false, rule: 'I1', reason: 'Not now.' })
  expect(await outcome).toEqual({ ok: false, rule: 'I1', reason: 'Not now.' })
})

test('a question that nobody answers is over when the page is', async () => {
  const { store } = await meet()
  const outcome = store.ask('ring-bell', {})
  store.close()
  expect(await outcome).toMatchObject({ ok: false, rule: null })
})

describe('how a connection ends', () => {
  const endWith = async (code: number, reason = '') => {
    const server = await stubServer((peer: StubPeer) => peer.close(code, reason))
    const { store } = openPage(boardAt(server.origin), seat)
    await until(() => store.status.get().state !== 'connecting', 'an end')
    return { server, status: store.status.get() }
  }

  it.each([
    [4401, { state: 'gone', why: 'link' }, false],
    [4404, { state: 'gone', why: 'board' }, false],
    [4529, { state: 'later' }, true],
    [4530, { state: 'later' }, true],
    [1013, { state: 'offline' }, true],
    [1011, { state: 'offline' }, true],
  ])('%i is told as %o', async (code, told, triedAgain) => {
    const { server, status } = await endWith(code, 'Said by the server.')
    expect(status).toMatchObject(told)
    if (status.state === 'gone' || status.state === 'later') expect(status.reason).toBe('Said by the server.')
    if (triedAgain) await until(() => server.peers.length > 1, 'another try')
    else await rest(700)
    expect(server.peers.length > 1).toBe(triedAgain)
  })

  it('a refusal that nothing cures is not tried for ever at once', async () => {
    const server = await stubServer((peer) => peer.close(4409))
    openPage(boardAt(server.origin), seat)
    await rest(1500)
    expect(server.peers.length).toBeLessThan(12)
  })
})

test('a link that has gone silent is opened anew within some seconds more than ten', async () => {
  const { server } = await meet()
  expect(server.peers).toHaveLength(1)
  await until(() => server.peers.length === 2, 'another try', 14_000)
})

test('every frame of ours has a number that the stock protocol leaves free', () => {
  for (const { number } of Object.values(frames)) expect(number).toBeGreaterThanOrEqual(64)
})
