import type { MomentId } from '@momentous/shared/domain/id'
import { expect, test } from 'vitest'
import { hearOthers } from '../../client/src/model/others-moments.ts'
import { liveServer } from '../support/live-server.ts'
import { openPage, settled, until, type Page } from '../support/client-store.ts'
import { buildSession } from '../support/session-builder.ts'

const listening = (page: Page) => {
  const heard = { added: 0, removed: 0 }
  hearOthers(page.store, ({ added, removed }) => {
    heard.added += added
    heard.removed += removed
  })
  return heard
}

test('what others add or put in the bin is told in numbers; own work isn’t, and a note without words is none yet', async () => {
  const session = await buildSession((await liveServer()).origin)
  await session.go('post')
  const [ann, bob] = [
    openPage(session, await session.sit('participant', 'Ann')),
    openPage(session, await session.sit('participant', 'Bob')),
  ]
  const all = [ann, bob]
  const { moments } = ann.store.records
  await until(() => all.every(({ store }) => store.records.moments.ids().length === 10), 'the ten moments')
  const [annHears, bobHears] = [listening(ann), listening(bob)]
  const add = ({ store }: Page, text: string) => {
    const id = store.newId<MomentId>()
    store.act('add-moment', { id, text, after: 'last' })
    return id
  }
  const typed = add(bob, '')
  add(bob, 'One')
  add(bob, 'Two')
  add(ann, 'My own')
  await until(() => all.every(({ store }) => store.records.moments.ids().length === 14), 'what both added')
  expect(annHears).toEqual({ added: 2, removed: 0 })
  expect(bobHears).toEqual({ added: 1, removed: 0 })

  const types = (insert: string, index: number) =>
    bob.store.act('edit-text', { root: 'moments', id: typed, key: 'text', index, remove: 0, insert })
  types('T', 0)
  await until(() => moments.get(typed)?.text === 'T', 'the first letter')
  types('hree', 1)
  await until(() => moments.get(typed)?.text === 'Three', 'all of the words')
  expect(annHears).toEqual({ added: 3, removed: 0 })

  bob.store.act('remove-moments', { ids: [typed], removed: true })
  await until(() => moments.get(typed)?.removed === true, 'the bin')
  ann.store.act('remove-moments', { ids: [typed], removed: false })
  ann.store.act('remove-moments', { ids: [typed], removed: true })
  await settled(ann)
  await until(() => bob.store.waiting.get() === 0, 'everything to be saved')
  expect(annHears).toEqual({ added: 3, removed: 1 })
})
