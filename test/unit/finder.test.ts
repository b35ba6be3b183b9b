import type { MomentId, ShapeId, StageId } from '@momentous/shared/domain/id'
import { describe, expect, it } from 'vitest'
import { createFinder, type Findable } from '../../client/src/model/finder.ts'
import { showFound } from '../../client/src/tools/show-found.ts'
import { findWords, hitCount, hitSentence } from '../../client/src/words/find.ts'
import { hand, type Hand } from '../support/live-bench.ts'

const free = { above: 0, below: 0 }

function findable({ wall, board }: Hand, form: Readonly<Record<string, { description: string; issue: string }>> = {}) {
  const assessments: Findable['assessments'] = {
    get: (moment) => form[moment] && { moment, expectation: '', evidence: null, ...form[moment] },
  }
  const finder = createFinder({
    moments: { all: wall.moments },
    shapes: { all: wall.shapes },
    stages: { all: wall.stages },
    assessments,
  })
  const say = (index: number, text: string) => {
    const id = board.line()[index]
    if (id === undefined) throw new Error('The line is shorter.')
    const remove = wall.moment(id)?.text.length ?? 0
    wall.act('edit-text', { root: 'moments', id, key: 'text', index: 0, remove, insert: text })
    return id
  }
  return { find: (typed: string) => finder.find(typed).map(({ id }) => id), finder, say }
}

describe('finding', () => {
  it('takes all words in any order, without capitals and accents', () => {
    const { find, say } = findable(hand())
    const id = say(3, 'Crème brûlée für den ÄLTESTEN Gast\n店員が挨拶する')
    for (const typed of ['creme', 'BRULEE creme', 'altesten  gast', 'für', '挨拶', 'ｇａｓｔ'])
      expect(find(typed)).toEqual([id])
    expect(find('creme caramel')).toEqual([])
    expect([find(''), find('  ')]).toEqual([[], []])
  })

  it('goes along the line, then behind the scenes, then through the shapes; what is in the bin isn’t found', () => {
    const who = hand()
    const { find, say } = findable(who)
    const [late, early, hidden, gone] = [
      say(7, 'Zebra late'),
      say(2, 'A zebra'),
      say(9, 'Zebra kept'),
      say(5, 'Zebra gone'),
    ]
    who.wall.act('set-kind', { id: hidden, kind: 'invisible' })
    who.wall.act('remove-moments', { ids: [gone], removed: true })
    const text = 'text-one-1111' as ShapeId
    who.wall.act('add-shape', { kind: 'text', id: text, place: [0, 900, 200, 40], words: 'Zebras cross here' })
    expect(find('zebra')).toEqual([early, late, hidden, text])
  })

  it('finds the titles of stages where they begin on the line, and what areas and connectors are called', () => {
    const who = hand()
    const { find, finder, say } = findable(who)
    const [before, after] = [say(2, 'Before the zebra'), say(3, 'After the zebra')]
    const [desk, area, line] = ['stage-desk-1' as StageId, 'area-desk-1' as ShapeId, 'line-desk-1' as ShapeId]
    who.board.run('add-stage', { id: desk, title: 'At the ZEBRA', after: before })
    who.wall.act('add-shape', { kind: 'area', id: area, place: [0, 900, 200, 140], words: 'Our zebra' })
    const from = { at: before }
    who.wall.act('add-shape', { kind: 'connector', id: line, from, to: { at: after }, words: 'to the zebra' })
    expect(find('zebra')).toEqual([before, desk, after, area, line])
    expect(finder.find('zebra')[2]).toMatchObject({ number: 4 })
    who.board.run('set-stage', { id: desk, removed: true })
    expect(find('zebra')).toEqual([before, after, area, line])
  })

  it('finds what lies in a stack at the note on top of it', () => {
    const who = hand()
    const { finder, say } = findable(who)
    const [base, under] = [say(1, 'Waits'), say(4, 'Waits for ever')]
    who.wall.act('stack-moments', { ids: [under], on: base })
    expect(finder.find('ever')).toMatchObject([{ id: under, shown: base, number: 2 }])
  })

  it('finds what the form says of a moment, too', () => {
    const who = hand()
    const [one] = who.line
    const { find, finder } = findable(who, { [one]: { description: 'A queue at the kiosk', issue: 'Nobody is told' } })
    expect([find('kiosk'), find('told queue')]).toEqual([[one], [one]])
    expect(finder.find('kiosk')).toMatchObject([{ inForm: true }])
    expect(finder.find('e').some((hit) => hit.kind === 'moment' && hit.inForm)).toBe(false)
  })

  it('hears of every change', () => {
    const who = hand()
    const { find, say } = findable(who)
    expect(find('giraffe')).toEqual([])
    const id = say(0, 'Giraffe')
    expect(find('giraffe')).toEqual([id])
    say(0, 'Okapi')
    expect(find('giraffe')).toEqual([])
  })

  it('reads each record once, so that a key press among ten thousand notes takes no frame', () => {
    const [moment] = hand().wall.moments()
    if (!moment) throw new Error('The board has moments.')
    const words = ['Waits', 'at the', 'desk', 'für', 'phone', 'bill', 'no. 7']
    const moments = Array.from({ length: 10_000 }, (_, at) => ({
      ...moment,
      id: `moment-${at}` as MomentId,
      order: `a${String(at).padStart(6, '0')}`,
      text: Array.from({ length: 9 }, (_word, k) => words[(at * (k + 3) + k) % words.length]).join(' ') + at,
    }))
    const none: readonly never[] = []
    const finder = createFinder({
      moments: { all: () => moments },
      shapes: { all: () => [] },
      stages: { all: () => none },
      assessments: { get: () => undefined },
    })
    let turns = 0
    while (finder.readAhead(() => turns++ % 1_000 < 999)) expect(turns).toBeLessThan(20_000)
    const typed = ['w', 'wa', 'wai', 'wait', 'waits', 'waits d', 'waits de', 'waits des', 'waits desk 99', 'fur 12']
    const before = process.cpuUsage()
    for (const each of typed) finder.find(each)
    const { user, system } = process.cpuUsage(before)
    // Time of this process alone, in microseconds: others may be using the machine.
    expect((user + system) / 1000 / typed.length).toBeLessThan(16)
    expect(finder.find('9999')).toHaveLength(1)
  })
})

describe('showing a hit', () => {
  it('selects it and brings it where nothing lies over it', () => {
    const who = hand()
    const { bench, line } = who
    bench.camera.inset({ top: 150, right: 24, bottom: 130, left: 84 })
    bench.camera.jump({ x: 5000, y: 5000, zoom: 1 })
    const [first] = line
    showFound(first, { above: 60, below: 200 }, bench)
    const rect = bench.scene.note(first)?.rect
    if (!rect) throw new Error('The note is there.')
    const corner = bench.camera.toScreen(rect)
    expect([...bench.selection.pieces()]).toEqual([first])
    expect(corner.x).toBeGreaterThanOrEqual(84 + 1280 / 5)
    expect(corner.y).toBeGreaterThanOrEqual(150 + 60)
    expect(corner.y + rect.h).toBeLessThanOrEqual(800 - 130 - 200)
    const still = bench.camera.view()
    showFound(first, free, bench)
    expect(bench.camera.view()).toEqual(still)
  })

  it('rings the title of a stage, which nobody can select', () => {
    const { bench, board, line } = hand()
    const desk = 'stage-desk-1' as StageId
    board.run('add-stage', { id: desk, title: 'At the desk', after: line[2] })
    bench.camera.jump({ x: 5000, y: 5000, zoom: 1 })
    bench.selection.set([line[0]])
    showFound(desk, free, bench)
    const { x, y } = bench.camera.toScreen(bench.scene.stages()[0]?.box ?? { x: 0, y: 0 })
    expect([x > 0 && x < 1280, y > 0 && y < 800]).toEqual([true, true])
    expect([bench.live.foundStage.get(), bench.selection.pieces().size]).toEqual([desk, 0])
    showFound(line[0], free, bench)
    expect([bench.live.foundStage.get(), bench.selection.lead()]).toEqual([null, line[0]])
  })

  it('comes so near that it can be read', () => {
    const { bench, line } = hand()
    bench.camera.jump({ x: 0, y: 0, zoom: 0.05 })
    showFound(line[4], free, bench)
    expect(bench.camera.view().zoom).toBeGreaterThanOrEqual(0.8)
  })
})

describe('the words of finding', () => {
  it('say which hit of how many, and what it is', () => {
    expect([hitCount(-1, 3), hitCount(1, 3)]).toEqual(['3 found', '2 of 3'])
    const hit = { at: 1, all: 5, number: 4, name: 'Waits', where: null }
    expect(hitSentence(hit)).toBe('Hit 2 of 5. Moment 4. Waits.')
    expect(hitSentence({ ...hit, number: null, name: 'Area: Before', where: findWords.beneath })).toBe(
      'Hit 2 of 5. Area: Before. It lies in this stack.',
    )
  })
})
