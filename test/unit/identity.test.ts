import type { BoardId, SeatId } from '@momentous/shared/domain/id'
import { describe, expect, it } from 'vitest'
import { openDevice } from '../../client/src/model/device.ts'
import { openIdentity, type RememberedBoard } from '../../client/src/model/identity.ts'

const id = 'k7m2pq9rstuv' as BoardId
const seat = { id: 'seatseatseat' as SeatId, name: 'Aisha', token: 'seat-secret' }

const remembered = (change: Partial<RememberedBoard> = {}): RememberedBoard => ({
  id,
  role: 'participant',
  title: 'Harbour Street Dental',
  facilitator: 'Marian',
  links: { participant: 'link-secret' },
  seat,
  visited: 1,
  ...change,
})

/** A browser's storage that can be full or broken. */
const storageOf = (kept: Map<string, string>): Storage => ({
  length: 0,
  clear: () => kept.clear(),
  key: () => null,
  getItem: (key) => kept.get(key) ?? null,
  setItem: (key, words) => void kept.set(key, words),
  removeItem: (key) => void kept.delete(key),
})

const fresh = (kept = new Map<string, string>()) => openIdentity(openDevice(() => storageOf(kept)))

describe('what a device remembers', () => {
  it('finds a seat again by its link and by its own token', () => {
    const identity = fresh()
    identity.remember(remembered())
    expect(identity.find(id, 'link-secret')?.seat).toEqual(seat)
    expect(identity.find(id, 'seat-secret')?.seat).toEqual(seat)
    expect(identity.find(id, 'another')).toBeNull()
  })

  it('keeps the roles of one board apart, and prefers the one with most say when no token says which', () => {
    const identity = fresh()
    identity.remember(remembered())
    identity.remember(remembered({ role: 'facilitator', links: { facilitator: 'steer' }, visited: 2 }))
    expect(identity.boards().map(({ role }) => role)).toEqual(['facilitator', 'participant'])
    expect(identity.find(id, null)?.role).toBe('facilitator')
    identity.forget(id, 'facilitator')
    expect(identity.find(id, null)?.role).toBe('participant')
  })

  it('never sends somebody into a board without a seat', () => {
    const identity = fresh()
    identity.remember(remembered({ seat: null }))
    expect(identity.find(id, null)).toBeNull()
  })

  it('reads what it wrote in an earlier visit, and forgets what it cannot read', () => {
    const kept = new Map<string, string>()
    fresh(kept).remember(remembered())
    expect(fresh(kept).boards()).toEqual([remembered()])
    kept.set('momentous.boards', '[{"id":"no"}]')
    expect(fresh(kept).boards()).toEqual([])
    kept.set('momentous.boards', '{')
    expect(fresh(kept).boards()).toEqual([])
  })

  it('works for the length of a page where the browser keeps nothing', () => {
    const device = openDevice(() => {
      throw new Error('denied')
    })
    const identity = openIdentity(device)
    identity.keepName('Aisha')
    identity.remember(remembered())
    expect([device.lasting, identity.name(), identity.boards().length]).toEqual([false, 'Aisha', 1])
  })
})
