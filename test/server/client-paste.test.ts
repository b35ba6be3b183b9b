import type { MomentId } from '@momentous/shared/domain/id'
import { expect, test } from 'vitest'
import { momentsOfLines, type Pasting } from '../../client/src/tools/moments-of-lines.ts'
import type { BoardStore } from '../../client/src/model/board-store.ts'
import { wallOfStore } from '../../client/src/model/wall-of-store.ts'
import { openPage, settled, until } from '../support/client-store.ts'
import { liveServer } from '../support/live-server.ts'
import { buildSession } from '../support/session-builder.ts'

const pasting = (store: BoardStore): Pasting => wallOfStore(store)

test('a thousand pasted lines of four hundred letters in any script are taken in, reach everybody, and go by one step', async () => {
  const { origin } = await liveServer()
  const session = await buildSession(origin)
  await session.go('post')
  const ann = openPage(session, await session.sit('participant', 'Ann'))
  const bob = openPage(session, await session.sit('participant', 'Bob'))
  await until(() => [ann, bob].every(({ store }) => store.loaded.get()), 'both boards')
  const before = ann.store.records.moments.ids().length
  const lines = Array.from({ length: 1_000 }, (_, at) => `${at} ${'語'.repeat(390)}`)
  const there = (store: BoardStore) => store.records.moments.all().filter(({ removed }) => !removed).length

  const made = momentsOfLines(lines.join('\n'), 'last', pasting(ann.store))
  expect(made).toHaveLength(1_000)
  await settled(ann)
  await until(() => there(bob.store) === before + 1_000, 'the notes at the other desk')
  const [first, last] = [made?.[0], made?.at(-1)] as [MomentId, MomentId]
  expect([first, last].map((id) => bob.store.view().moment(id)?.text)).toEqual([lines[0], lines[999]])
  // Nothing was held up: what is written next arrives at once.
  const asked = performance.now()
  ann.store.act('set-paper', { ids: [first], paper: 'rose' })
  await until(() => bob.store.view().moment(first)?.paper === 'rose', 'the next change')
  expect(performance.now() - asked).toBeLessThan(3_000)

  ann.store.history.undo()
  ann.store.history.undo()
  await settled(ann)
  await until(() => there(bob.store) === before, 'the end of the notes at the other desk')
  expect([ann.store.offered.get(), bob.store.offered.get()]).toEqual([[], []])
  const { moments } = await session.content()
  expect(moments.filter(({ removed }: { removed: boolean }) => !removed)).toHaveLength(before)
})
