import { afterTry, newDelivery, pauses, waitsFor } from '@momentous/server/webhooks/delivery'
import { saidBy } from '@momentous/server/webhooks/said'
import { signedHeaders } from '@momentous/server/webhooks/signature'
import type { BoardId } from '@momentous/shared/domain/id'
import { webhookSchema } from '@momentous/shared/exports/webhook-json'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { arbitraryBoard } from '../support/arbitrary-board.ts'
import { hostileText } from '../support/hostile-text.ts'

const zeros = (bytes: Uint8Array) => bytes.fill(0)
const HOUR = 3_600_000

it('signs as the Standard Webhooks specification does in its own example', () => {
  const body = new TextEncoder().encode('{"test": 2432232314}')
  const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
  expect(signedHeaders(secret, 'msg_p5jXN8AQM9LWM0D4loKWxJek', 1_614_265_330_999, body)).toEqual({
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  })
})

it('is tried at longer and longer intervals for a day, then given up with the last reason', () => {
  const failed = { what: 'failed', trouble: 'The other side answered 500.', wait: 0, forGood: false } as const
  let now = 1_000_000
  let one = newDelivery('session.finished', now, zeros)
  const waits: number[] = []
  while (one.state === 'waiting') {
    one = afterTry(one, failed, now, zeros)
    if (one.nextAt === null) break
    waits.push(one.nextAt - now)
    now = one.nextAt
  }
  expect(waits).toEqual([...pauses])
  expect(waits).toEqual(waits.toSorted((a, b) => a - b))
  expect((now - 1_000_000) / HOUR).toBeGreaterThan(22)
  expect((now - 1_000_000) / HOUR).toBeLessThan(26)
  expect(one).toMatchObject({ state: 'given-up', tries: 9, trouble: failed.trouble, lastAt: now })
})

it('waits a little longer by lot, and as long as a busy receiver asks within bounds; one that is gone gets nothing more', () => {
  const fresh = newDelivery('test', 0, zeros)
  const failed = { what: 'failed', trouble: 'Busy.', wait: 0, forGood: false } as const
  const most = (bytes: Uint8Array) => bytes.fill(255)
  expect(afterTry(fresh, failed, 0, most).nextAt).toBe(12_000)
  expect(afterTry(fresh, { ...failed, wait: 90_000 }, 0, zeros).nextAt).toBe(90_000)
  expect(afterTry(fresh, { ...failed, wait: 90 * HOUR }, 0, zeros).nextAt).toBe(8 * HOUR)
  expect(afterTry(fresh, { ...failed, forGood: true }, 5, zeros)).toMatchObject({ state: 'given-up', nextAt: null })
  const taken = afterTry({ ...fresh, tries: 3, trouble: 'Busy.' }, { what: 'taken' }, 7, zeros)
  expect(taken).toMatchObject({ state: 'delivered', tries: 4, nextAt: null, lastAt: 7, trouble: null, id: fresh.id })
})

it('waits no longer than it ever does, also when the clock was set back by years', () => {
  const at = 1_800_000_000_000
  const due = (nextAt: number) => ({ ...newDelivery('test', at, zeros), nextAt })
  expect([due(at - 1), due(at), due(at + 500), due(at + 9 * HOUR)].map((each) => waitsFor(each, at, 60_000))).toEqual([
    0, 0, 500, 60_000,
  ])
  expect(waitsFor(due(at + 1_000 * HOUR), at, 60_000)).toBe(0)
})

it('says what the published schema says, in one line, of any board', () => {
  const validate = new Ajv2020({ strict: true, allErrors: true }).compile(webhookSchema)
  const event = fc.constantFrom('session.finished' as const, 'test' as const)
  fc.assert(
    fc.property(arbitraryBoard(hostileText), event, (board, which) => {
      const delivery = newDelivery(which, 1_795_300_000_000, zeros)
      const said = saidBy(delivery, 'board-of-the-shop' as BoardId, board, 1_795_300_000_001)
      expect(said).not.toContain('\n')
      validate(JSON.parse(said))
      expect(validate.errors).toBeNull()
    }),
    { numRuns: 40, seed: 5 },
  )
  expect(validate({ id: 'x', type: 'other', timestamp: 'now', data: {} })).toBe(false)
})
