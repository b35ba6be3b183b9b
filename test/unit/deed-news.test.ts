import { directCommands } from '@momentous/shared/commands/commands'
import { describe, expect, it } from 'vitest'
import { joinNews } from '../../client/src/controls/join-news.ts'
import { toldVerbs, type DeedNews } from '../../client/src/tools/deed-news.ts'
import { tellingWall } from '../../client/src/tools/telling-wall.ts'
import { liveBoard } from '../support/live-board.ts'
import { liveWall } from '../support/live-wall.ts'

/** What is typed says itself; assessments and actions are no deeds of the wall. */
const silent = ['edit-text', 'set-evidence', 'add-action', 'set-action', 'remove-action', 'add-rung', 'set-rung']

describe('what is heard of one’s deeds on the wall', () => {
  const scene = () => {
    const board = liveBoard({ phase: 'post' })
    const news: DeedNews[] = []
    const wall = tellingWall(liveWall(board), (each) => void news.push(each))
    const heard = async () => {
      await new Promise(setImmediate)
      return joinNews(news.splice(0))
    }
    return { board, wall, heard, line: board.line }
  }

  it('no verb is forgotten: each is told, or says itself', () => {
    const direct = Object.keys(directCommands)
    expect(direct.filter((verb) => !toldVerbs.includes(verb) && !silent.includes(verb))).toEqual([])
    expect(toldVerbs.filter((verb) => !direct.includes(verb))).toEqual([])
  })

  it('one note that moves in the order is named with its new number; several are counted', async () => {
    const { wall, heard, line } = scene()
    const [first, second, third, fourth] = line()
    if (!first || !second || !third || !fourth) throw new Error('Four notes are needed.')
    wall.act('reorder-moments', { ids: [first], after: third })
    expect(await heard()).toBe('“Phones to book a visit” is now moment 3 of 10.')
    wall.act('reorder-moments', { ids: [first, second], after: fourth })
    expect(await heard()).toBe('2 notes moved.')
  })

  it('counts of the same three seconds add up; other deeds follow in a sentence of their own', async () => {
    const { wall, heard, line } = scene()
    const [first, second, third] = line()
    if (!first || !second || !third) throw new Error('Three notes are needed.')
    wall.act('set-paper', { ids: [first, second], paper: 'rose' })
    wall.act('set-paper', { ids: [third], paper: 'rose' })
    wall.act('set-contact-type', { ids: [third], channel: 'phone' })
    expect(await heard()).toBe('3 papers changed. 1 moment now phone.')
  })

  it('what was refused, typed or never there is not told; what is taken back is', async () => {
    const { board, wall, heard, line } = scene()
    const [first] = line()
    if (!first) throw new Error('A note is needed.')
    wall.act('edit-text', { root: 'moments', id: first, key: 'text', index: 0, remove: 0, insert: 'Now: ' })
    wall.withoutTrace(() => void wall.act('remove-moments', { ids: [first], removed: true }))
    expect(await heard()).toBe('')
    board.set({ phase: 'ideas' })
    wall.act('remove-moments', { ids: [first], removed: false })
    expect(await heard()).toBe('')
    board.set({ phase: 'post' })
    wall.act('remove-moments', { ids: [first], removed: false })
    wall.undo()
    expect(await heard()).toBe('1 note back on the wall. Taken back.')
  })
})
