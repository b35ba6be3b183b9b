import { newSecret, openOwnIdeas } from '@momentous/client/model/own-ideas.ts'
import { openDevice } from '@momentous/client/model/device.ts'
import type { BoardId, IdeaId } from '@momentous/shared/domain/id'
import { idOfSecret } from '@momentous/shared/domain/secret'
import { describe, expect, it } from 'vitest'
import { BOARD, momentId } from '../support/board-sample.ts'

const device = () =>
  openDevice(() => {
    throw new Error('This test has no browser.')
  })
const idea = (text: string) => ({ moment: momentId(1), idea: null, text })

describe('what this device wrote without a name', () => {
  it('is there again after a reload, with the id that the board knows', () => {
    const kept = device()
    const own = openOwnIdeas(kept, BOARD).keep('a-secret-of-this-device', idea('A dog'))
    expect(own.id).toBe(idOfSecret('a-secret-of-this-device'))
    expect(openOwnIdeas(kept, BOARD).get()).toEqual([own])
  })

  it('belongs to one board', () => {
    const kept = device()
    openOwnIdeas(kept, BOARD).keep('a-secret-of-this-device', idea('A dog'))
    expect(openOwnIdeas(kept, 'another-board' as BoardId).get()).toEqual([])
  })

  it('tells who watches, and can be reworded and forgotten', () => {
    const own = openOwnIdeas(device(), BOARD)
    let told = 0
    own.subscribe(() => told++)
    own.keep('first-secret-0001', idea('A dog'))
    own.keep('other-secret-0002', { ...idea('with a bell'), idea: 'idea-0001' as IdeaId })
    own.reword('first-secret-0001', 'A quiet dog')
    own.forget('other-secret-0002')
    expect(own.get().map(({ text }) => text)).toEqual(['A quiet dog'])
    expect(told).toBe(4)
  })

  it('knows while the page is open that the others see other words still', () => {
    const kept = device()
    const own = openOwnIdeas(kept, BOARD)
    own.keep('first-secret-0001', idea('A dog'))
    expect(own.get()[0]?.changed).toBeUndefined()
    own.reword('first-secret-0001', 'A quiet dog')
    expect(own.get()[0]?.changed).toBe(true)
    expect(openOwnIdeas(kept, BOARD).get()[0]?.changed).toBeUndefined()
  })

  it('kept twice under one secret is one thing', () => {
    const own = openOwnIdeas(device(), BOARD)
    own.keep('first-secret-0001', idea('A dog'))
    own.keep('first-secret-0001', idea('A dog'))
    expect(own.get()).toHaveLength(1)
  })

  it('starts afresh when what was kept is damaged', () => {
    const kept = device()
    kept.write(`momentous.own-ideas.${BOARD}`, '[{"secret":7}]')
    expect(openOwnIdeas(kept, BOARD).get()).toEqual([])
    kept.write(`momentous.own-ideas.${BOARD}`, '{')
    expect(openOwnIdeas(kept, BOARD).get()).toEqual([])
  })

  it('has a secret of 32 hex digits out of the bytes that it is given', () => {
    expect(newSecret((bytes) => bytes.fill(171))).toBe('ab'.repeat(16))
  })
})
