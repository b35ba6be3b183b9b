import type { ShapeId } from '@momentous/shared/domain/id'
import { describe, expect, it } from 'vitest'
import { arrangeVerbs } from '../../client/src/tools/arrange-verbs.ts'
import { wallCommands } from '../../client/src/tools/wall-commands.ts'
import { keysAnywhere, keysOnWall } from '../../client/src/tools/wall-keys.ts'
import { hand, type Hand } from '../support/live-bench.ts'

const area = 'area-one-1' as ShapeId
const text = 'text-one-1' as ShapeId

/** Two notes that lie freely, an area around where they lie, and a free text. */
function scattered(): Hand {
  const it = hand()
  const [one, two] = it.line
  const places = [
    { id: one, place: [60, 660, 176, 120] },
    { id: two, place: [90, 700, 176, 120] },
  ]
  it.board.run('place-moments', { places })
  it.board.run('add-shape', { id: area, kind: 'area', place: [0, 600, 500, 400] })
  it.board.run('add-shape', { id: text, kind: 'text', words: 'Why', place: [80, 720, 200, 42] })
  return it
}
const run = (it: Hand, name: string) => wallCommands[name]?.act(it.bench, it.toolbox)
const key = (it: Hand, chord: string) =>
  keysOnWall[chord]?.(it.bench, it.toolbox) || keysAnywhere[chord]?.(it.bench, it.toolbox)
const refusal = (it: Hand, name: string) => arrangeVerbs[name]?.refusal(it.bench)

describe('locking', () => {
  it('takes notes and shapes alike, in one step, and the same key unlocks', () => {
    const it = scattered()
    const [one] = it.line
    it.bench.selection.set([one, area])
    key(it, 'shift+mod+l')
    expect([it.wall.moment(one)?.locked, it.wall.shape(area)?.locked]).toEqual([true, true])
    it.wall.undo()
    expect([it.wall.moment(one)?.locked, it.wall.shape(area)?.locked]).toEqual([false, false])
    it.wall.redo()
    expect(refusal(it, 'lock')).toBe('It is locked already.')
    key(it, 'shift+mod+l')
    expect([it.wall.moment(one)?.locked, it.wall.shape(area)?.locked]).toEqual([false, false])
    expect(refusal(it, 'unlock')).toBe('Nothing of it is locked.')
  })

  it('keeps pieces where they are, as they are and on the wall', () => {
    const it = scattered()
    it.bench.selection.set([area, text])
    run(it, 'lock')
    const before = JSON.stringify(it.wall.shapes().map(({ locked: _locked, ...shape }) => shape))
    key(it, 'delete')
    key(it, 'shift+arrowright')
    key(it, 'shift+alt+arrowright')
    expect(JSON.stringify(it.wall.shapes().map(({ locked: _locked, ...shape }) => shape))).toBe(before)
    expect(wallCommands['remove']?.refusal(it.bench, it.toolbox)).toBe('Select something that isn’t locked first.')
    it.pull({ x: 0, y: 800 }, { x: 200, y: 900 })
    expect(JSON.stringify(it.wall.shapes().map(({ locked: _locked, ...shape }) => shape))).toBe(before)
  })

  it('is nothing for ink', () => {
    const it = scattered()
    it.board.run('draw-stroke', { id: 'stroke-one-1', pen: 'ink', width: 4, points: [500, 500, 0.5, 560, 540, 0.5] })
    it.bench.selection.set(['stroke-one-1' as ShapeId])
    expect(refusal(it, 'lock')).toBe('Ink can’t be locked.')
  })
})

describe('rows in an area', () => {
  it('take everything that lies in it, and nothing lies over another then', () => {
    const it = scattered()
    it.bench.selection.set([area])
    expect(refusal(it, 'pack-area')).toBeNull()
    run(it, 'pack-area')
    const { scene } = it.bench
    const rects = [it.line[0], it.line[1], text].map((id) => scene.piece(id)?.rect)
    for (const one of rects) {
      for (const other of rects) {
        if (!one || !other || one === other) continue
        const apart = one.x + one.w <= other.x || other.x + other.w <= one.x
        expect(apart || one.y + one.h <= other.y || other.y + other.h <= one.y).toBe(true)
      }
      expect(one && one.x >= 24 && one.y >= 624 && one.x + one.w <= 476).toBe(true)
    }
    it.wall.undo()
    expect(it.wall.moment(it.line[0])?.place).toEqual([60, 660, 176, 120])
  })

  it('need an area, and two things in it that aren’t all locked', () => {
    const it = scattered()
    expect(refusal(it, 'pack-area')).toBe('Select one area first.')
    it.bench.selection.set([it.line[0], it.line[1], text])
    run(it, 'lock')
    it.bench.selection.set([area])
    expect(refusal(it, 'pack-area')).toBe('What is selected is locked. Unlock it first.')
    it.board.run('place-shapes', { places: [{ id: area, place: [2000, 2000, 300, 300] }] })
    expect(refusal(it, 'pack-area')).toBe('Fewer than two things lie in this area.')
  })
})

it('the menu of a shape opens by key, as that of a note does', () => {
  const it = scattered()
  it.bench.selection.set([area])
  key(it, 'f2')
  expect(it.bench.desk.menu.get()?.page).toBe('arrange')
  it.bench.selection.set([it.line[0]])
  key(it, 'f2')
  expect(it.bench.desk.menu.get()?.page).toBe('verbs')
})
