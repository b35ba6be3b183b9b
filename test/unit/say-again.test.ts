import { openDevice } from '@momentous/client/model/device.ts'
import { openOwnIdeas } from '@momentous/client/model/own-ideas.ts'
import { sayAgain } from '@momentous/client/model/say-idea.ts'
import { updateRecord } from '@momentous/shared/board/write'
import type { IdeaId, MomentId } from '@momentous/shared/domain/id'
import { beforeEach, describe, expect, it } from 'vitest'
import { liveBoard, type LiveBoard } from '../support/live-board.ts'
import { liveStore, type LiveStore } from '../support/live-store.ts'

const noBrowser = () => {
  throw new Error('This test has no browser.')
}

describe('after the board came back from a copy', () => {
  let live: LiveBoard, store: LiveStore
  let moment: MomentId
  const own = () => openOwnIdeas(openDevice(noBrowser), store.board)
  const idea = (text: string) => ({ moment, idea: null, text })

  beforeEach(() => {
    live = liveBoard()
    const [first, second, third] = live.line() as [MomentId, MomentId, MomentId]
    moment = first
    live.set({ phase: 'ideas', shortlist: { moments: [first, second, third], reason: '' } })
    store = liveStore(live, 'participant')
  })

  it('an idea that is in no copy is said again, as the same idea', async () => {
    const mine = own()
    const { id } = mine.keep('first-secret-0001', idea('A song for every caller'))
    await sayAgain(store, mine)
    await sayAgain(store, mine)
    expect(store.acts).toEqual([{ name: 'raise-idea', args: { id, moment, text: 'A song for every caller' } }])
    expect(store.records.ideas.get(id as IdeaId)?.text).toBe('A song for every caller')
  })

  it('what is out stays as it is; other words, and that it was taken back, are said again', async () => {
    const mine = own()
    const secrets = ['first-secret-0001', 'other-secret-0002', 'third-secret-0003'] as const
    for (const secret of secrets) mine.keep(secret, idea(`By ${secret}`))
    await sayAgain(store, mine)
    const before = store.acts.length
    mine.reword(secrets[1], 'In other words')
    mine.reword(secrets[2], '')
    await sayAgain(store, mine)
    expect(store.acts.slice(before)).toEqual([
      { name: 'edit-idea', args: { secret: secrets[1], text: 'In other words' } },
      { name: 'withdraw-idea', args: { secret: secrets[2] } },
    ])
  })

  it('what was taken back before it came out is forgotten', async () => {
    const mine = own()
    mine.keep('first-secret-0001', idea('A dog'))
    mine.reword('first-secret-0001', '')
    await sayAgain(store, mine)
    expect([store.acts, mine.get()]).toEqual([[], []])
  })

  it('what can’t be said any more goes back to its author, with the reason', async () => {
    const mine = own()
    mine.keep('first-secret-0001', idea('A song for every caller'))
    live.set({ phase: 'plan' })
    await sayAgain(store, mine)
    expect(mine.get()).toEqual([])
    expect(store.offered.get()).toMatchObject([
      {
        command: { name: 'raise-idea', args: { text: 'A song for every caller' } },
        reason: expect.stringMatching(/\.$/),
      },
    ])
  })

  it('a taken-back idea that the copy has as taken back is left alone', async () => {
    const mine = own()
    const { id } = mine.keep('first-secret-0001', idea('A dog'))
    await sayAgain(store, mine)
    live.board.doc.transact(() => updateRecord(live.board.ideas, id, { withdrawn: true }))
    const before = store.acts.length
    mine.reword('first-secret-0001', '')
    await sayAgain(store, mine)
    expect(store.acts.slice(before)).toEqual([])
  })
})
