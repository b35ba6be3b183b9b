import { createRecord, updateRecord } from '@momentous/shared/board/write'
import type { ActionId, IdeaId, MomentId } from '@momentous/shared/domain/id'
import type { Phase } from '@momentous/shared/domain/phase'
import type { Session } from '@momentous/shared/domain/session'
import type { LiveStore } from './live-store.ts'

export type Stage =
  | 'lobby'
  | 'post'
  | 'offline'
  | 'late'
  | 'colour'
  | 'colours'
  | 'choose'
  | 'closing'
  | 'votes'
  | 'settled'
  | 'expect'
  | 'grade'
  | 'spread'
  | 'ideas'
  | 'decide'
  | 'plan'
  | 'plan-new'

const QUIET = { vote: { state: 'none' } } as const

function at(store: LiveStore, phase: Phase, session: Partial<Session> = {}): readonly MomentId[] {
  store.live.set({ phase, title: 'Harbour Street Dental', customer: 'patient', ...QUIET, ...session })
  return store.live.line()
}

/** Four priorities out of ten; the second is talked about. */
function priorities(store: LiveStore, phase: Phase): MomentId {
  const line = at(store, 'choose')
  const moments = [line[0], line[1], line[4], line[7]].filter((id) => id !== undefined)
  const totals = Object.fromEntries(moments.map((id, place) => [id, 6 - place]))
  const focus = moments[1] ?? ('nothing' as MomentId)
  at(store, phase, {
    vote: { state: 'closed', round: 1, totals, ballots: 6 },
    shortlist: { moments, reason: '' },
    focus,
    goal: 20,
  })
  const { board } = store.live
  board.doc.transact(() => {
    for (const id of moments) createRecord(board.assessments, 'assessments', id, {})
    updateRecord(board.assessments, focus, { evidence: 'told' })
  })
  return focus
}

function expected(store: LiveStore, moment: MomentId): void {
  const insert = 'Seen within ten minutes, or told why not.'
  store.act('edit-text', { root: 'assessments', id: moment, key: 'expectation', index: 0, remove: 0, insert })
}

const said = [
  'Text people before they leave home when we run late',
  'The dentist comes out and says sorry in person',
  'A dog that lives in the waiting room',
]

function ideas(store: LiveStore, phase: Phase): MomentId {
  const moment = priorities(store, phase)
  const { board } = store.live
  expected(store, moment)
  board.doc.transact(() => {
    createRecord(board.grades, 'grades', moment, {})
    updateRecord(board.grades, moment, { settled: 'miserable' })
    said.forEach((text, each) => {
      createRecord(board.ideas, 'ideas', `idea-${each}-of-test`, { moment, text, slot: `a${each}`, by: null })
    })
    const idea = 'idea-0-of-test' as IdeaId
    const text = 'offer a later slot in the same text'
    createRecord(board.builds, 'builds', 'build-0-of-test', { idea, text, slot: 'a0', by: null })
    const worry = 'Not everybody reads texts while they drive'
    createRecord(board.concerns, 'concerns', 'concern-of-test', { moment, idea, text: worry, slot: 'a0' })
  })
  return moment
}

function plan(store: LiveStore): MomentId {
  const moment = ideas(store, 'decide')
  const { board } = store.live
  board.doc.transact(() => {
    updateRecord(board.ideas, 'idea-0-of-test', { verdict: { state: 'merit' } })
    updateRecord(board.ideas, 'idea-2-of-test', { verdict: { state: 'parked', reason: 'when the kitchen is in' } })
  })
  store.live.set({ phase: 'plan' })
  return moment
}

/** Every screen of the list, each a board in the middle of a session. */
export const stages: Readonly<Record<Stage, (store: LiveStore) => void>> = {
  lobby: (store) => void at(store, 'lobby'),
  post: (store) => void at(store, 'post'),
  offline(store) {
    const line = at(store, 'post')
    store.status.set({ state: 'offline' })
    store.saved.set({ state: 'offline', kept: 2 })
    store.unsaved.set(new Set(line.slice(3, 5)))
  },
  late(store) {
    at(store, 'choose', { vote: { state: 'open', round: 1 } })
    const args = { id: 'late-moment', text: 'Finds the door locked at five to nine', after: 'last' }
    const command = { name: 'add-moment', args } as const
    store.offered.set([
      { id: 'offer', rule: 'M1', reason: 'The wall had just closed for new moments.', words: args.text, command },
    ])
  },
  colour(store) {
    const [first, , third] = at(store, 'colour')
    const ids = [first, third].filter((id) => id !== undefined)
    store.act('set-contact-type', { ids, channel: null })
  },
  colours: (store) => void at(store, 'colour'),
  choose: (store) => void at(store, 'choose', { vote: { state: 'open', round: 1 }, stacking: true, room: 1 }),
  closing(store) {
    const closing = { step: 'close-vote', at: Date.now() + 5000 } as const
    at(store, 'choose', { vote: { state: 'open', round: 1 }, closing })
  },
  votes(store) {
    priorities(store, 'choose')
    store.live.set({ shortlist: null })
  },
  settled: (store) => void priorities(store, 'choose'),
  expect: (store) => void priorities(store, 'assess'),
  grade(store) {
    const moment = priorities(store, 'assess')
    expected(store, moment)
    const { board } = store.live
    board.doc.transact(() => createRecord(board.grades, 'grades', moment, { grading: { state: 'open', round: 1 } }))
    store.progress.set({ grades: { [moment]: 3 } })
  },
  spread(store) {
    const moment = priorities(store, 'assess')
    expected(store, moment)
    const { board } = store.live
    const spread = { magical: 1, neutral: 4, miserable: 6 }
    const grading = { state: 'revealed', round: 1, spread }
    board.doc.transact(() => createRecord(board.grades, 'grades', moment, { grading }))
  },
  ideas: (store) => void ideas(store, 'ideas'),
  decide: (store) => void ideas(store, 'decide'),
  plan(store) {
    const moment = plan(store)
    const text = 'Text people before they leave home when we run late'
    store.act('add-action', { id: store.newId<ActionId>(), moment, text })
  },
  'plan-new': (store) => void plan(store),
}

export const stageOrder = Object.keys(stages) as readonly Stage[]
