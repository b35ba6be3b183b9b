import { updateKey } from '@momentous/shared/wire/update-key'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { liveServer } from '../support/live-server.ts'
import type { RawClient } from '../support/raw-client.ts'
import {
  addMoment,
  buildSession,
  momentsIn,
  newCommandId,
  newRecordId,
  type TestSession,
} from '../support/session-builder.ts'

async function inPhase(phase: 'post' | 'plan'): Promise<{ session: TestSession; eve: RawClient; moment: string }> {
  const session = await buildSession((await liveServer()).origin)
  await session.go(phase)
  const eve = await session.join((await session.sit('participant', 'Eve')).token)
  const moment = [...momentsIn(eve.doc).keys()][0] ?? ''
  return { session, eve, moment }
}

const recordOf = (doc: Y.Doc, id: string): Y.Map<unknown> => momentsIn(doc).get(id) ?? new Y.Map()

async function expectRefused(eve: RawClient, rule: string): Promise<void> {
  expect((await eve.frame(68)).fields.rule).toBe(rule)
  expect(await eve.closed).toBe(4409)
}

function addAction(doc: Y.Doc, moment: string, target: string): string {
  const id = newRecordId()
  const texts = [
    ['text', new Y.Text('Talk')],
    ['firstStep', new Y.Text('')],
  ] as const
  const raw = new Y.Map<unknown>([...texts, ['moment', moment], ['order', 'a0'], ['target', target]])
  doc.getMap('actions').set(id, raw)
  return id
}

describe('an order key that no other key could follow', () => {
  test.each(['0', 'zz', 'a00', `A${'0'.repeat(26)}`, '9Z'])('is refused: %s (D1)', async (order) => {
    const { session, eve, moment } = await inPhase('post')
    eve.write((doc) => recordOf(doc, moment).set('order', order))
    await expectRefused(eve, 'D1')
    await session.done(session.tokens.facilitator, 'add-moment', { id: newRecordId(), text: 'Next', after: 'last' })
  })
})

describe('a locked note stays (M2), also for somebody who writes raw updates:', () => {
  async function locked() {
    const { session, eve, moment } = await inPhase('post')
    await session.done(session.tokens.facilitator, 'place-moments', {
      places: [{ id: moment, place: [1, 2, 176, 120] }],
    })
    await session.done(session.tokens.facilitator, 'lock-moments', { ids: [moment], locked: true })
    await eve.until((doc) => recordOf(doc, moment).get('locked') === true)
    return { session, eve, moment }
  }

  test.each([
    ['moved', (note: Y.Map<unknown>) => void note.set('place', [500, 500, 176, 120])],
    ['made tidy', (note: Y.Map<unknown>) => void note.set('place', null)],
    ['made tidy by erasing its place', (note: Y.Map<unknown>) => note.delete('place')],
    [
      'made tidy by a place that is gone at once',
      (note: Y.Map<unknown>) => {
        note.set('place', [0, 0, 20, 20])
        note.delete('place')
      },
    ],
    [
      'moved and locked once more',
      (note: Y.Map<unknown>) => {
        note.set('place', [500, 500, 176, 120])
        note.set('locked', true)
      },
    ],
  ])('%s', async (_what, change) => {
    const { session, eve, moment } = await locked()
    eve.write((doc) => change(recordOf(doc, moment)))
    await expectRefused(eve, 'M2')
    const { moments } = await session.content()
    expect(moments.find(({ id }: { id: string }) => id === moment).place).toEqual([1, 2, 176, 120])
  })

  test('unlocking comes first, in the same change or before', async () => {
    const { session, eve, moment } = await locked()
    eve.write((doc) => {
      recordOf(doc, moment).set('locked', false)
      recordOf(doc, moment).set('place', [7, 7, 176, 120])
    })
    await expect
      .poll(async () => (await session.content()).moments.find(({ id }: { id: string }) => id === moment).place)
      .toEqual([7, 7, 176, 120])
  })

  test('the command that would tidy it is refused with the same rule', async () => {
    const { session, moment } = await locked()
    const { body } = await session.command(session.tokens.facilitator, 'reorder-moments', {
      ids: [moment],
      after: null,
    })
    expect(body).toMatchObject({ error: { code: 'M2' } })
  })
})

describe('an action’s target (P4)', () => {
  async function graded() {
    const { session, eve, moment } = await inPhase('plan')
    await session.done(session.tokens.facilitator, 'settle-ranking', { moment, ranking: 'magical' })
    await eve.until((doc) => doc.getMap('grades').has(moment))
    const other = [...momentsIn(eve.doc).keys()][5] ?? ''
    return { session, eve, moment, other }
  }

  test('is legal from the start', async () => {
    const { eve, moment } = await graded()
    eve.write((doc) => addAction(doc, moment, 'miserable'))
    await expectRefused(eve, 'P4')
  })

  test('stays legal when the action goes to another moment', async () => {
    const { eve, moment, other } = await graded()
    let id = ''
    eve.write((doc) => (id = addAction(doc, other, 'neutral')))
    await eve.frame(67)
    eve.write((doc) => (doc.getMap('actions').get(id) as Y.Map<unknown>).set('moment', moment))
    await expectRefused(eve, 'P4')
  })

  test('names a bounded number of ideas by command too (D1)', async () => {
    const { session, moment } = await inPhase('plan')
    const ideas = Array.from({ length: 51 }, newRecordId)
    const args = { id: newRecordId(), moment, text: 'Talk', ideas }
    expect((await session.command(session.tokens.participant, 'add-action', args)).status).toBe(422)
  })
})

test('a stack lies on a moment that is there, so nothing disappears (M1)', async () => {
  for (const target of ['itself', 'nothing'] as const) {
    const { eve, moment } = await inPhase('post')
    eve.write((doc) => recordOf(doc, moment).set('stackedOn', target === 'itself' ? moment : newRecordId()))
    await expectRefused(eve, 'M1')
  }
})

test('a command that the server can’t carry out is answered once, and the board goes on', async () => {
  let fails = false
  const server = await liveServer(({ random }) => ({
    random(bytes) {
      if (!fails) return random(bytes)
      fails = false
      throw new Error('the test says so')
    },
  }))
  const session = await buildSession(server.origin)
  await session.go('post')
  const eve = await session.join((await session.sit('participant', 'Eve')).token)
  fails = true
  eve.ours(65, { id: newCommandId(), name: 'add-moment', args: { id: newRecordId(), text: 'x', after: 'last' } })
  expect((await eve.frame(66)).fields.ok).toBe(false)
  const key = updateKey(eve.write((doc) => addMoment(doc, newRecordId(), 'Still writing')))
  await eve.frame(67, ({ keys }) => keys.includes(key))
  expect((await session.content()).moments).toHaveLength(11)
})
