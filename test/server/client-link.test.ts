import type { SeatId } from '@momentous/shared/domain/id'
import { writePresenceNews, type PresenceChange } from '@momentous/shared/wire/compact-presence'
import { closeReasons } from '@momentous/shared/wire/close-reasons'
import { closeCodes, frames, PRESENCE } from '@momentous/shared/wire/frames'
import { describe, expect, it, onTestFinished, test, vi } from 'vitest'
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
  const person = { seat: 'seat-of-bob' as SeatId, name: 'Bob', role: 'participant' } as const
  const bob = { number: 2, gone: false, person, fields: { cursor: [1, 2] } } as const
  const sent = () => peer.heard.filter((number) => number === PRESENCE).length
  await until(() => sent() === 1, 'its first word')
  peer.raw(writePresenceNews({ own: 1, changes: [{ ...bob, fields: { cursor: [1, 2] } }] }))
  await until(() => store.presence.peers().length === 1, 'Bob')
  await rest(100)
  expect(sent()).toBe(1)
  const began = Date.now()
  for (let x = 0; x < 150; x++) {
    store.presence.publish({ cursor: { x, y: 0 } })
    await rest(4)
  }
  expect(sent()).toBeGreaterThan(5)
  expect(sent() - 1).toBeLessThanOrEqual(((Date.now() - began) / 1000) * 30 + 1)
})

test('the others are as they were told of, one change upon the other, and oneself isn’t among them', async () => {
  const { peer, store } = await meet()
  const person = (name: string) => ({ seat: `seat-of-${name}` as SeatId, name, role: 'participant' }) as const
  const come = (number: number, name: string) =>
    ({ number, gone: false, person: person(name), fields: { cursor: [1, 2] } }) as PresenceChange
  const tell = (own: number | null, ...changes: PresenceChange[]) => peer.raw(writePresenceNews({ own, changes }))
  const seen = () =>
    store.presence.peers().map(({ name, cursor, selection }) => [name, cursor?.x ?? null, ...selection])
  tell(1, come(1, 'Ann'), come(2, 'Bob'), come(3, 'Cem'))
  tell(null, { number: 2, gone: false, person: null, fields: { selection: ['some-moment'] } })
  tell(null, { number: 3, gone: false, person: null, fields: { cursor: null } }, come(1, 'Ann'))
  tell(null, { number: 9, gone: false, person: null, fields: { cursor: [5, 5] } })
  await until(() => seen()[1]?.[1] === null, 'the last word')
  expect(seen()).toEqual([
    ['Bob', 1, 'some-moment'],
    ['Cem', null],
  ])
  tell(null, { number: 3, gone: true })
  await until(() => seen().length === 1, 'Cem to go')
  // Told everything anew: whoever isn't in it has gone meanwhile.
  tell(1, come(4, 'Dee'))
  await until(() => seen().length === 1 && seen()[0]?.[0] === 'Dee', 'Dee alone')
})

test('what is said within one frame goes as one message', async () => {
  const { peer, store } = await meet()
  for (let at = 0; at < 5; at++) void store.ask('ring-bell', {})
  await until(() => peer.fieldsOf('command').length === 5, 'the questions')
  expect(peer.messages.filter((numbers) => numbers.includes(frames.command.number))).toHaveLength(1)
})

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
    [4403, { state: 'gone', why: 'link' }, false],
    [4404, { state: 'gone', why: 'board' }, false],
    [4529, { state: 'later', why: 'busy', reason: 'Said by the server.' }, true],
    [4530, { state: 'later', why: 'damaged', reason: 'Said by the server.' }, true],
    [1013, { state: 'later', why: 'slow' }, true],
    [1011, { state: 'offline' }, true],
  ])('%i is told as %o', async (code, told, triedAgain) => {
    const { server, status } = await endWith(code, 'Said by the server.')
    expect(status).toMatchObject(told)
    if (status.state === 'gone') expect(status.reason).toBe('Said by the server.')
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

it('S4 a seat that was taken off the board is told from a link that was renewed', async () => {
  const server = await stubServer((peer) => peer.close(closeCodes.linkGone, closeReasons.seatRemoved))
  const { store } = openPage(boardAt(server.origin), seat)
  await until(() => store.status.get().state === 'gone', 'the end')
  expect(store.status.get()).toMatchObject({ why: 'seat' })
})

test('a link that has gone silent is opened anew within ten seconds, whatever the device’s clock says', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] })
  onTestFinished(() => void vi.useRealTimers())
  const { server, peer } = await meet()
  await until(() => peer.fieldsOf('pulse').length === 1, 'the first word')
  vi.advanceTimersByTime(5_000)
  peer.tell('pulse', pulse)
  await until(() => peer.fieldsOf('pulse').length === 2, 'the answer to a pulse')
  vi.spyOn(Date, 'now').mockReturnValue(0)
  vi.advanceTimersByTime(7_000)
  await rest(200)
  expect(server.peers).toHaveLength(1)
  vi.advanceTimersByTime(3_000)
  vi.mocked(Date.now).mockRestore()
  await until(() => server.peers.length === 2, 'another try')
})

test('every frame of ours has a number that the stock protocol leaves free', () => {
  for (const { number } of Object.values(frames)) expect(number).toBeGreaterThanOrEqual(64)
})
