import type { BuildId, SeatId } from '@momentous/shared/domain/id'
import { roles } from '@momentous/shared/domain/role'
import { redact } from '@momentous/shared/exports/redact'
import { describe, expect, it } from 'vitest'
import { sampleAction, sampleBoard, sampleIdea, sampleSession, SEAT } from '../support/board-sample.ts'

const idea = sampleIdea(1, { by: 'Ruth' })
const board = sampleBoard({
  session: sampleSession({ kept: [{ id: 'kept-0001', text: 'Too late' }] }),
  ideas: [idea, sampleIdea(2, { text: 'taken back', withdrawn: true })],
  builds: [{ id: 'build-00001' as BuildId, idea: idea.id, text: 'Yes, and', by: 'Tom', slot: 'a', withdrawn: false }],
  actions: [
    sampleAction(1, { owner: { seat: SEAT, name: 'Aisha' }, agreed: [SEAT, 'another-seat' as SeatId] }),
    sampleAction(2),
  ],
})

describe('what leaves the board', () => {
  it.each(roles)('names no seat and no author, whoever asks: %s', (role) => {
    const out = redact(board, role)
    const text = JSON.stringify(out)
    for (const secret of [SEAT, 'another-seat', 'Ruth', 'Tom']) expect(text).not.toContain(secret)
    expect(out.actions.map(({ owner, agreed }) => [owner, agreed])).toEqual([
      ['Aisha', 2],
      [null, 0],
    ])
  })

  it('has no words of a withdrawn idea', () => {
    expect(redact(board, 'facilitator').ideas.map(({ text }) => text)).toEqual(['Idea 1', ''])
  })

  it('tells late moments to the facilitator alone', () => {
    expect(roles.map((role) => redact(board, role).session.kept.length)).toEqual([1, 0, 0])
  })
})
