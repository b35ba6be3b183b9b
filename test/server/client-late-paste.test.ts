import { expect, test } from 'vitest'
import { addingAgain } from '../../client/src/model/adding-again.ts'
import { momentsOfLines } from '../../client/src/tools/moments-of-lines.ts'
import { wallOfStore } from '../../client/src/model/wall-of-store.ts'
import { openPage, settled, until } from '../support/client-store.ts'
import { cableTo } from '../support/cable.ts'
import { liveServer } from '../support/live-server.ts'
import { buildSession } from '../support/session-builder.ts'

test(
  'lines that were pasted without a link and come too late are given back with all their words, at once (M1)',
  { timeout: 60_000 },
  async () => {
    let ahead = 0
    const { origin } = await liveServer((world) => ({ now: () => world.now() + ahead }))
    const session = await buildSession(origin)
    await session.go('post')
    const cable = await cableTo(origin)
    const ann = openPage(session, await session.sit('participant', 'Ann'), 'participant', { origin: cable.origin })
    await until(() => ann.store.status.get().state === 'online', 'the board', 30_000)
    cable.cut()
    await until(() => ann.store.status.get().state === 'offline', 'the end of the link')
    expect(momentsOfLines('Parks\nRings\nWaits', 'last', wallOfStore(ann.store))).toHaveLength(3)
    // As many as a person would count.
    expect(ann.store.waiting.get()).toBe(3)
    expect(ann.store.unsavedWords()).toEqual(['Parks\nRings\nWaits'])
    await session.go('choose')
    ahead += 10_000
    cable.mend()
    await until(() => ann.store.offered.get().length > 0, 'the offer', 30_000)
    await settled(ann)
    expect(ann.store.offered.get()).toMatchObject([
      { rule: 'M1', words: 'Parks\nRings\nWaits', command: { name: 'add-moments' } },
    ])
    expect((await session.content()).moments).toHaveLength(10)

    const [offer] = ann.store.offered.get()
    const [deed] = offer ? addingAgain(offer, ann.store.view()) : []
    if (!offer || !deed) throw new Error('What adds something can be done anew.')
    expect(ann.store.may(deed.name, deed.args).allowed).toBe(false)
    await session.go('post')
    await until(() => ann.store.may(deed.name, deed.args).allowed, 'the phase')
    expect(ann.store.act(deed.name, deed.args).allowed).toBe(true)
    ann.store.letGo(offer.id)
    await settled(ann)
    expect(ann.store.offered.get()).toEqual([])
    expect((await session.content()).moments).toHaveLength(13)
  },
)
