import type { MomentId, StrokeId } from '@momentous/shared/domain/id'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { intersects } from '@momentous/shared/scene/geometry'
import { layOut } from '@momentous/shared/scene/note-layout'
import { wordsOn } from '@momentous/shared/scene/note-shape'
import { createScene } from '@momentous/shared/scene/scene'
import { createTextFitter } from '@momentous/shared/scene/text-layout'
import { evenMeasure } from '../support/live-bench.ts'
import { liveBoard } from '../support/live-board.ts'
import { liveWall } from '../support/live-wall.ts'

const fitter = createTextFitter(evenMeasure)
const idOf = (n: number) => `moment-${String(n).padStart(6, '0')}` as MomentId

function start() {
  const board = liveBoard({ phase: 'post' })
  const wall = liveWall(board)
  return { board, wall, scene: createScene(wall, fitter) }
}

function rects(scene: ReturnType<typeof start>['scene']) {
  return scene.order().flatMap((id) => scene.note(id)?.rect ?? [])
}

describe('tidy notes', () => {
  it('alternate above and below the line, in order, 110 apart', () => {
    const { scene, board } = start()
    const [first, second] = board.line().map((id) => scene.note(id))
    expect(first?.rect).toEqual({ x: -88, y: -166, w: 176, h: 120 })
    expect(second?.rect).toEqual({ x: 22, y: 46, w: 176, h: 120 })
    expect([first?.number, second?.number]).toEqual([1, 2])
  })

  it('ask with the row of the printed form until somebody writes on them', () => {
    const words = (text: string, prompt: string | null) => wordsOn({ text, prompt })
    expect(words('', 'By post communication')).toBe('By post communication')
    expect(words(' ', 'By post communication')).toBe('By post communication')
    expect(words('The bill comes by post', 'By post communication')).toBe('The bill comes by post')
    expect(words('', null)).toBe('')
  })

  it('never cover one another, whatever is written on them and however many are behind the scenes', () => {
    const texts = fc.array(fc.record({ text: fc.string({ maxLength: 400 }), hidden: fc.boolean() }), { maxLength: 25 })
    fc.assert(
      fc.property(texts, (notes) => {
        const { board, scene } = start()
        notes.forEach(({ text, hidden }, n) => {
          const serves = hidden ? (board.line()[n % 10] ?? null) : null
          const kind = hidden ? 'invisible' : 'basic'
          board.run('add-moment', {
            id: idOf(n),
            text: text.replaceAll(/[\uD800-\uDFFF]/g, ''),
            after: 'last',
            kind,
            serves,
          })
        })
        const all = rects(scene)
        const overlaps = all.flatMap((a, i) => all.slice(i + 1).filter((b) => intersects(a, b)))
        expect(overlaps).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  it('grow away from the line', () => {
    const { board, scene } = start()
    const [above, below] = board.line()
    for (const id of [above, below])
      board.run('edit-text', { root: 'moments', id, key: 'text', index: 0, remove: 0, insert: 'x '.repeat(150) })
    const [high, low] = [above, below].map((id) => id && scene.note(id)?.rect)
    expect(high && high.h > 120 && high.y + high.h).toBe(-46)
    expect(low && low.h > 120 && low.y).toBe(46)
  })
})

describe('notes behind the scenes', () => {
  it('lie below the line near the moment they serve, and make room for a note that grows', () => {
    const { board, scene } = start()
    const [, second] = board.line()
    const hidden = idOf(1)
    board.run('add-moment', {
      id: hidden,
      text: 'Slots are kept free',
      after: 'last',
      kind: 'invisible',
      serves: second,
    })
    expect(scene.note(hidden)?.rect).toEqual({ x: 0, y: 246, w: 220, h: 72 })
    expect(scene.note(hidden)?.number).toBeNull()
    board.run('edit-text', { root: 'moments', id: second, key: 'text', index: 0, remove: 0, insert: 'x '.repeat(150) })
    const [grown, below] = [scene.note(second ?? hidden)?.rect, scene.note(hidden)?.rect]
    expect(grown && below && below.y - (grown.y + grown.h)).toBe(80)
  })
})

describe('the scene', () => {
  it('follows single changes to the same picture as laying everything out anew', () => {
    const { board, wall, scene } = start()
    const line = board.line()
    const [one, two, three, four] = line
    const steps: readonly [Parameters<typeof board.run>[0], unknown][] = [
      ['place-moments', { places: [{ id: one, place: [500, 500, 200, 150] }] }],
      ['edit-text', { root: 'moments', id: two, key: 'text', index: 0, remove: 3, insert: 'Rings '.repeat(30) }],
      ['set-contact-type', { ids: [three], channel: null }],
      ['add-moment', { id: idOf(1), text: 'Finds somewhere to park', after: two }],
      ['add-moment', { id: idOf(2), text: 'Two slots are kept free', after: 'last', kind: 'invisible', serves: four }],
      ['edit-text', { root: 'moments', id: four, key: 'text', index: 0, remove: 0, insert: 'Waits '.repeat(40) }],
      ['remove-moments', { ids: [three], removed: true }],
      ['reorder-moments', { ids: [one], after: four }],
    ]
    for (const [name, args] of steps) {
      scene.order()
      board.run(name, args)
      const anew = layOut(wall.moments(), fitter)
      expect(scene.order()).toEqual(anew.order)
      for (const [id, note] of anew.notes)
        expect(scene.note(id)).toMatchObject({ rect: note.rect, number: note.number })
    }
  })

  it('finds the topmost note under a point, and nothing where there is none', () => {
    const { board, scene } = start()
    const [one, two] = board.line()
    expect(scene.noteAt({ x: 0, y: -100 })?.id).toBe(one)
    expect(scene.noteAt({ x: 0, y: 0 })).toBeUndefined()
    board.run('place-moments', { places: [{ id: two, place: [-20, -120, 176, 120] }] })
    expect(scene.noteAt({ x: 0, y: -100 })?.id).toBe(two)
  })

  it('finds the ink on the way of an eraser', () => {
    const { board, scene } = start()
    board.run('draw-stroke', { id: 'stroke-one', pen: 'ink', width: 4, points: [0, 300, 0.5, 200, 300, 0.5] })
    expect(scene.strokesAlong({ x: 100, y: 200 }, { x: 100, y: 400 }, 8)).toEqual(['stroke-one'])
    expect(scene.strokesAlong({ x: 300, y: 200 }, { x: 300, y: 400 }, 8)).toEqual([])
    board.run('erase-strokes', { ids: ['stroke-one'] })
    expect(scene.strokesAlong({ x: 100, y: 200 }, { x: 100, y: 400 }, 8)).toEqual([])
  })

  it('finds ink near its line and not in its box, where it was moved to', () => {
    const { board, scene } = start()
    const corner = [0, 600, 0.5, 200, 600, 0.5, 200, 800, 0.5]
    board.run('draw-stroke', { id: 'stroke-one', pen: 'ink', width: 4, points: corner })
    const found = (x: number, y: number) => scene.pieceAt({ x, y }, 6)?.id
    expect([found(100, 600), found(100, 607), found(205, 700)]).toEqual(['stroke-one', 'stroke-one', 'stroke-one'])
    expect([found(100, 700), found(100, 610)]).toEqual([undefined, undefined])
    board.run('move-strokes', { moves: [{ id: 'stroke-one', moved: [50, 300] }] })
    expect([found(150, 900), found(250, 1000), found(100, 600)]).toEqual(['stroke-one', 'stroke-one', undefined])
    expect(scene.strokesAlong({ x: 150, y: 850 }, { x: 150, y: 950 }, 8)).toEqual(['stroke-one'])
    expect(scene.bounds(['stroke-one' as StrokeId])?.y).toBeCloseTo(900 - 4.75)
  })

  it('tells its listeners of a change', () => {
    const { board, scene } = start()
    let told = 0
    scene.subscribe(() => told++)
    board.run('set-paper', { ids: [board.line()[0]], paper: 'rose' })
    expect(told).toBeGreaterThan(0)
  })
})
