import { beforeEach, expect, test } from 'vitest'
import type { Bearer } from '../../server/src/links/capability.ts'
import { bearerToken } from '../../server/src/links/bearer.ts'
import type { DoorEvent } from '../../server/src/links/door-events.ts'
import { createLinks, type Links } from '../../server/src/links/links.ts'
import { newLinks, type NewLinks } from '../../server/src/links/new-links.ts'
import { SEATS_MAX, type SeatGrant, type SeatWishes } from '../../server/src/links/seat.ts'
import { hashToken, newToken, sameHash, TOKEN_PATTERN } from '../../server/src/links/token.ts'
import { openMemory } from '../../server/src/storage/memory.ts'
import type { Storage } from '../../server/src/storage/storage.ts'
import { handClock } from '../support/hand-clock.ts'
import { boardId, created, seat, seatId } from '../support/storage-entries.ts'

const shop = boardId('shop')
const nobody = seatId('nobody')
const clock = handClock()
let storage: Storage
let links: Links
let first: NewLinks
let told: DoorEvent[]

beforeEach(async () => {
  storage = await openMemory()
  links = createLinks(storage, clock)
  first = newLinks()
  told = []
  await storage.commit(shop, [created(shop), ...first.records.map((link) => ({ kind: 'link', link }) as const)])
  links.subscribe((event) => told.push(event))
})

const bearerOf = async (token: string): Promise<Bearer> => {
  const verdict = await links.verify(token)
  if (!verdict.ok) throw new Error(verdict.why)
  return verdict.bearer
}
const why = async (token: string): Promise<string> => {
  const verdict = await links.verify(token)
  return verdict.ok ? 'ok' : verdict.why
}
const join = async (token: string, wishes: SeatWishes = { name: 'Ann' }): Promise<SeatGrant> => {
  const answer = await links.takeSeat(await bearerOf(token), wishes)
  if (!answer.ok) throw new Error(answer.why)
  return answer.grant
}

test('a token has 160 bits, and its hash says nothing of it', () => {
  const tokens = new Set(Array.from({ length: 1000 }, newToken))
  expect(tokens.size).toBe(1000)
  for (const token of tokens) {
    expect(token).toMatch(TOKEN_PATTERN)
    expect(Buffer.from(token, 'base64url').length).toBe(20)
    expect(hashToken(token)).not.toContain(token)
  }
  expect(sameHash(hashToken('a'), hashToken('a'))).toBe(true)
  expect(sameHash(hashToken('a'), hashToken('b'))).toBe(false)
  expect(sameHash('short', 'longer')).toBe(false)
})

test('a bearer header is read, and nothing else', () => {
  expect(bearerToken('Bearer abc_-9')).toBe('abc_-9')
  expect(bearerToken('bearer abc')).toBe('abc')
  for (const header of [undefined, '', 'Bearer', 'Basic abc', 'Bearer a b', 'Bearer ä'])
    expect(bearerToken(header)).toBeNull()
})

test('the storage never sees a token', async () => {
  const { token } = await join(first.tokens.participant)
  const everything = JSON.stringify(await storage.board(shop))
  for (const secret of [...Object.values(first.tokens), token]) expect(everything).not.toContain(secret)
})

test.each(['facilitator', 'participant', 'observer'] as const)(
  'a %s link gives its role, without a seat',
  async (role) => {
    const bearer = await bearerOf(first.tokens[role])
    expect(bearer).toMatchObject({ board: shop, actor: { role, seated: false }, link: hashToken(first.tokens[role]) })
    expect((await bearerOf(first.tokens[role])).actor.seat).not.toBe(bearer.actor.seat)
    const grant = await join(first.tokens[role], { name: ' Ann ', workplace: 'office' })
    expect(grant.seat).toMatchObject({ name: 'Ann', role, workplace: 'office' })
    expect(await bearerOf(grant.token)).toMatchObject({
      actor: { seat: grant.seat.id, role, name: 'Ann', seated: true },
      link: null,
    })
  },
)

test('tokens that nobody was given are unknown', async () => {
  expect(await why(newToken())).toBe('unknown')
  expect(await why('')).toBe('unknown')
  expect(await why(`${first.tokens.participant}x`)).toBe('unknown')
})

test('a seat’s token changes that seat and never makes another', async () => {
  const { token, seat: mine } = await join(first.tokens.participant, {})
  expect(mine.name).toBe('Somebody')
  const again = await join(token, { name: 'Bea' })
  expect(again).toMatchObject({ token, seat: { id: mine.id, name: 'Bea', workplace: null } })
  expect((await storage.board(shop))?.seats).toHaveLength(1)
})

test('renewing a link closes it, its seats and nothing else, at once and for everybody who listens', async () => {
  const ann = await join(first.tokens.participant)
  const raised = await join(first.tokens.participant)
  const watcher = await join(first.tokens.observer)
  await links.setRole(shop, raised.seat.id, 'facilitator')
  told.length = 0
  const token = await links.renew(shop, 'participant', nobody)
  expect(await why(first.tokens.participant)).toBe('closed')
  expect(await why(ann.token)).toBe('closed')
  expect(await why(token)).toBe('ok')
  expect(await bearerOf(raised.token)).toMatchObject({ actor: { role: 'facilitator' } })
  expect(await why(watcher.token)).toBe('ok')
  expect(told).toMatchObject([
    { kind: 'link', link: { closed: false } },
    { kind: 'link', link: { closed: true, hash: hashToken(first.tokens.participant) } },
    { kind: 'seat', seat: { id: ann.seat.id, closed: true } },
  ])
})

test('whoever renews one’s own link stays, under the new one', async () => {
  const boss = await join(first.tokens.facilitator)
  const next = await links.renew(shop, 'facilitator', boss.seat.id)
  expect(await why(boss.token)).toBe('ok')
  await links.renew(shop, 'facilitator', nobody)
  expect(await why(boss.token)).toBe('closed')
  expect(await why(next)).toBe('closed')
})

test('closing a link leaves no way in by it', async () => {
  const ann = await join(first.tokens.participant)
  await links.closeLink(shop, 'participant', nobody)
  expect([await why(first.tokens.participant), await why(ann.token)]).toEqual(['closed', 'closed'])
})

test('a link that closes while its token is looked up is closed', async () => {
  const slow = createLinks(
    {
      ...storage,
      async capability(hash) {
        const known = await storage.capability(hash)
        await slow.closeLink(shop, 'participant', nobody)
        return known
      },
    },
    clock,
  )
  expect(await slow.verify(first.tokens.participant)).toEqual({ ok: false, why: 'closed', board: shop })
})

test('a closed door lets nobody new in but a facilitator, an invited person and those who have a seat', async () => {
  const ann = await join(first.tokens.participant)
  await links.setDoor(shop, false)
  expect(await links.takeSeat(await bearerOf(first.tokens.participant), {})).toEqual({ ok: false, why: 'door-closed' })
  expect(await links.takeSeat(await bearerOf(first.tokens.observer), {})).toEqual({ ok: false, why: 'door-closed' })
  await expect(join(first.tokens.facilitator)).resolves.toBeDefined()
  await expect(join(ann.token, { name: 'Anna' })).resolves.toBeDefined()
  expect(await links.invite(shop, { name: 'Zoe' }, 'participant')).toMatchObject({
    ok: true,
    grant: { seat: { name: 'Zoe' } },
  })
  await links.setDoor(shop, true)
  await expect(join(first.tokens.participant)).resolves.toBeDefined()
})

test('a removed seat is closed, cannot be changed, and its name stays known', async () => {
  const ann = await join(first.tokens.participant)
  await links.nameHeir(shop, ann.seat.id)
  expect(await links.removeSeat(shop, ann.seat.id)).toBe(true)
  expect((await storage.board(shop))?.record.heir).toBeNull()
  expect(await why(ann.token)).toBe('removed')
  expect(await links.removeSeat(shop, ann.seat.id)).toBe(false)
  expect(await links.setRole(shop, ann.seat.id, 'facilitator')).toBe(false)
  expect(await links.changeSeat(shop, nobody, { name: 'x' })).toBe(false)
  expect((await storage.board(shop))?.seats).toMatchObject([{ name: 'Ann', closed: true }])
})

test('a passphrase is asked of newcomers and of nobody else, and told by no read', async () => {
  const ann = await join(first.tokens.participant)
  await links.setPassphrase(shop, 'four words in a row')
  expect(JSON.stringify(await storage.board(shop))).not.toContain('four')
  const come = async (token: string, passphrase: string | null) =>
    links.takeSeat(await bearerOf(token), {}, { passphrase, from: 'workshop' })
  expect(await come(first.tokens.participant, null)).toEqual({ ok: false, why: 'passphrase' })
  expect(await come(first.tokens.facilitator, 'five words')).toEqual({ ok: false, why: 'wrong-passphrase' })
  expect(await come(first.tokens.facilitator, ' four words in a row ')).toMatchObject({ ok: true })
  expect(await come(ann.token, null)).toMatchObject({ ok: true, fresh: false })
  expect(await links.invite(shop, {}, 'observer')).toMatchObject({ ok: true })
  await links.setPassphrase(shop, null)
  expect(await come(first.tokens.participant, null)).toMatchObject({ ok: true })
})

test('changes that come together lose nothing of each other', async () => {
  const ann = await join(first.tokens.participant)
  await Promise.all([
    links.changeSeat(shop, ann.seat.id, { name: 'Anna' }),
    links.setRole(shop, ann.seat.id, 'facilitator'),
    links.changeSeat(shop, ann.seat.id, { workplace: 'manager' }),
    links.nameHeir(shop, ann.seat.id),
    links.setDoor(shop, false),
  ])
  const facts = await storage.board(shop)
  expect(facts?.seats).toMatchObject([{ name: 'Anna', role: 'facilitator', workplace: 'manager' }])
  expect(facts?.record).toMatchObject({ door: 'closed', heir: ann.seat.id })
})

test('a full board takes nobody more', async () => {
  await storage.commit(
    shop,
    Array.from({ length: SEATS_MAX }, (_, index) => ({ kind: 'seat', seat: seat(`number-${index}`) }) as const),
  )
  expect(await links.takeSeat(await bearerOf(first.tokens.participant), {})).toEqual({ ok: false, why: 'full' })
})

test('a deleted board knows nobody, and a change of it is refused', async () => {
  const ann = await join(first.tokens.participant)
  const bearer = await bearerOf(ann.token)
  await links.deleteBoard(shop)
  expect(await why(ann.token)).toBe('unknown')
  expect(told.at(-1)).toEqual({ kind: 'board-deleted', board: shop })
  await expect(links.takeSeat(bearer, {})).rejects.toMatchObject({ kind: 'no-such-board' })
  await expect(links.setDoor(shop, true)).rejects.toMatchObject({ kind: 'no-such-board' })
})
