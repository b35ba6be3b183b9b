import type { DirectName } from '@momentous/shared/commands/commands'
import { updateKey } from '@momentous/shared/wire/update-key'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Status } from '../../client/src/model/status.ts'
import { cell } from '../../client/src/model/cell.ts'
import { createMemoryKeeping } from '../support/memory-keeping.ts'
import { createKeptOutbox } from '../../client/src/model/kept-outbox.ts'
import { createOutbox, recordsIn, type Change } from '../../client/src/model/outbox.ts'
import { createSaved } from '../../client/src/model/saved.ts'
import { createUnsaved } from '../../client/src/model/unsaved.ts'

let number = 0
const change = (name: DirectName, args: unknown): Change => ({
  key: `key-${String(++number).padStart(3, '0')}`,
  update: Uint8Array.of(number, 7),
  command: { name, args },
  before: null,
  epoch: 1,
})
const typed = (id: string, key = 'text') =>
  change('edit-text', { root: 'moments', id, key, index: 0, remove: 0, insert: 'a' })

describe('the outbox', () => {
  it('is emptied by the keys of what is on disk, in any order', () => {
    let now = 5
    const outbox = createOutbox(() => now++)
    const [one, two] = [change('set-paper', { ids: ['m1'] }), change('set-paper', { ids: ['m2'] })]
    outbox.add(one)
    outbox.add(two)
    expect(outbox.saved([updateKey(one.update), 4711])).toEqual([one])
    expect(outbox.all()).toEqual([two])
    expect(outbox.since()).toBe(6)
  })

  it('counts what a person would count: typing into one text once', () => {
    const outbox = createOutbox()
    for (const each of [typed('m1'), typed('m1'), typed('m2'), change('set-paper', { ids: ['m1'] })]) outbox.add(each)
    expect(outbox.count.get()).toBe(3)
    outbox.add(change('add-moment', { id: 'm3', text: '' }))
    const last = typed('m3')
    outbox.add(last)
    expect(outbox.count.get()).toBe(4)
    outbox.saved([updateKey(last.update)])
    expect(outbox.count.get()).toBe(4)
    outbox.add(change('add-moments', { moments: [{ id: 'm4' }, { id: 'm5' }, { id: 'm6' }], after: 'last' }))
    outbox.add(typed('m5'))
    expect(outbox.count.get()).toBe(7)
    outbox.take()
    expect(outbox.count.get()).toBe(0)
  })

  it('knows the records of every verb’s arguments', () => {
    expect(recordsIn({ ids: ['a', 'b'], on: 'c' })).toEqual(['a', 'b'])
    expect(recordsIn({ places: [{ id: 'a', place: null }] })).toEqual(['a'])
    expect(recordsIn({ moments: [{ id: 'a' }, { id: 'b' }], after: 'c' })).toEqual(['a', 'b'])
    expect(recordsIn({ shapes: [{ id: 'a', kind: 'area' }, { id: 'b' }] })).toEqual(['a', 'b'])
    expect(recordsIn({ id: 'action', moment: 'm' })).toEqual(['action'])
    expect(recordsIn({ moment: 'm', evidence: null })).toEqual(['m'])
  })

  it('is kept on the device, and renewed there in one go', async () => {
    const keeping = createMemoryKeeping()
    const outbox = createKeptOutbox(keeping)
    const [one, two, anew] = [typed('m1'), typed('m2'), typed('m1')]
    outbox.add(one)
    outbox.add(two)
    keeping.keepEpoch(1)
    expect((await keeping.open()).changes).toEqual([one, two])
    outbox.renew((former) => {
      expect(former).toEqual([one, two])
      outbox.add(anew)
    })
    expect((await keeping.open()).changes).toEqual([anew])
    outbox.saved([updateKey(anew.update)])
    const kept = await keeping.open()
    expect(kept.changes).toEqual([])
    expect(kept.confirmed).toEqual([anew.update])
  })
})

describe('saved', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  const parts = () => {
    const outbox = createOutbox()
    const status = cell<Status>({ state: 'online' })
    const writable = cell(true)
    const saved = createSaved([outbox], status, writable)
    const seen: string[] = []
    saved.subscribe(() => seen.push(saved.get().state))
    saved.get()
    return { outbox, status, writable, saved, seen }
  }

  it('says nothing of what takes less than half a second', () => {
    const { outbox, saved } = parts()
    const one = typed('m1')
    outbox.add(one)
    expect(saved.get()).toEqual({ state: 'saved' })
    vi.advanceTimersByTime(400)
    outbox.saved([updateKey(one.update)])
    vi.advanceTimersByTime(400)
    expect(saved.get()).toEqual({ state: 'saved' })
  })

  it('says Saving from then on, by itself, until the server has spoken', () => {
    const { outbox, saved, seen } = parts()
    const one = typed('m1')
    outbox.add(one)
    saved.get()
    vi.advanceTimersByTime(520)
    expect(seen.at(-1)).toBe('saving')
    outbox.saved([updateKey(one.update)])
    expect(saved.get()).toEqual({ state: 'saved' })
  })

  it('counts what is kept while offline, and says when the server can’t write', () => {
    const { outbox, status, writable, saved } = parts()
    outbox.add(typed('m1'))
    outbox.add(typed('m2'))
    status.set({ state: 'offline' })
    expect(saved.get()).toEqual({ state: 'offline', kept: 2 })
    status.set({ state: 'online' })
    writable.set(false)
    expect(saved.get()).toEqual({ state: 'not-saved', kept: 2 })
  })

  it('never says Saved on the way from offline to saved, however new what waits is', () => {
    const { outbox, status, saved } = parts()
    status.set({ state: 'offline' })
    expect(saved.get().state).toBe('offline')
    const one = typed('m1')
    outbox.add(one)
    vi.advanceTimersByTime(100)
    status.set({ state: 'online' })
    expect(saved.get()).toEqual({ state: 'saving' })
    outbox.saved([updateKey(one.update)])
    expect(saved.get()).toEqual({ state: 'saved' })
    outbox.add(typed('m2'))
    expect(saved.get()).toEqual({ state: 'saved' })
  })

  it('does not believe a device’s clock: put back by an hour, a change still shows as on its way', () => {
    const { outbox, saved } = parts()
    outbox.add(typed('m1'))
    vi.setSystemTime(Date.now() - 3_600_000)
    saved.get()
    vi.advanceTimersByTime(520)
    expect(saved.get()).toEqual({ state: 'saving' })
  })

  it('marks a record only when the server has had time', () => {
    const { outbox } = parts()
    const unsaved = createUnsaved(outbox)
    const one = typed('m1')
    outbox.add(one)
    expect(unsaved.get().size).toBe(0)
    vi.advanceTimersByTime(1600)
    expect([...unsaved.get()]).toEqual(['m1'])
    outbox.saved([updateKey(one.update)])
    expect(unsaved.get().size).toBe(0)
  })
})
