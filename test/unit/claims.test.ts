import type { SeatId } from '@momentous/shared/domain/id'
import { expect, test } from 'vitest'
import { claimsOf } from '../../server/src/rooms/admission/claims.ts'

test('claims that were kept as a list say the same as the storage did', () => {
  const [ann, bob] = ['ann' as SeatId, 'bob' as SeatId]
  const stored = new Map([
    [7, ann],
    [2 ** 40, bob],
    [9, ann],
  ])
  const claims = claimsOf(stored)
  for (const [client, seat] of stored) {
    expect(claims.get(client)).toBe(seat)
    expect(claims.has(client)).toBe(true)
  }
  expect(claims.get(8)).toBeUndefined()
  expect(claims.has(8)).toBe(false)
  expect([...claims.values()].toSorted()).toEqual([ann, ann, bob])
  expect(claimsOf(new Map()).has(7)).toBe(false)
})
