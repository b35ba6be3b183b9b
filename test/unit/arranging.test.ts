import type { GroupId, ShapeId, StrokeId } from '@momentous/shared/domain/id'
import { describe, expect, it } from 'vitest'
import { align, distribute, pack, type Edge, type Standing, type Ways } from '../../client/src/model/arrange.ts'
import { grow, intersects } from '@momentous/shared/scene/geometry'
import { arrangeVerbs } from '../../client/src/tools/arrange-verbs.ts'
import { keysOnWall } from '../../client/src/tools/wall-keys.ts'
import { hand, type Hand } from '../support/live-bench.ts'
import { seededRandom } from '../support/seeded-random.ts'

const area = 'area-one-111' as ShapeId
const line = 'stroke-one-1' as StrokeId
const group = 'group-one-11' as GroupId

/** A board on which the first note, an area and a stroke are one group, far below the timeline. */
function grouped(): Hand {
  const who = hand()
  const [one] = who.line
  who.board.run('place-moments', { places: [{ id: one, place: [0, 600, 176, 120] }] })
  who.board.run('add-shape', { id: area, kind: 'area', words: 'Before', place: [300, 600, 200, 100] })
  who.board.run('draw-stroke', { id: line, pen: 'ink', width: 4, points: [600, 600, 0.5, 700, 600, 0.5] })
  who.board.run('group-pieces', { ids: [one, area, line], group })
  return who
}
const chosen = ({ bench }: Hand) => [...bench.selection.pieces()].toSorted()

describe('a group', () => {
  it('is selected whole by a press on any of its pieces', () => {
    const who = grouped()
    const all = [who.line[0], area, line].toSorted()
    who.click({ x: 650, y: 600 })
    expect(chosen(who)).toEqual(all)
    who.click({ x: 0, y: 1500 })
    who.click(who.middleOf(who.line[0]), { shift: true })
    expect(chosen(who)).toEqual(all)
    who.click(who.middleOf(who.line[0]), { shift: true })
    expect(chosen(who)).toEqual([])
  })

  it('lets a double press reach one of its pieces, and moves that alone', () => {
    const who = grouped()
    who.click({ x: 650, y: 600 })
    who.click({ x: 650, y: 600 }, { clicks: 2 })
    expect(chosen(who)).toEqual([line])
    who.pull({ x: 650, y: 600 }, { x: 650, y: 700 })
    expect(who.wall.stroke(line)?.moved).toEqual([0, 100])
    expect(who.wall.moment(who.line[0])?.place).toEqual([0, 600, 176, 120])
  })

  it('moves together, in one step of undo', () => {
    const who = grouped()
    who.pull({ x: 650, y: 600 }, { x: 660, y: 800 })
    const shape = who.wall.shape(area)
    expect(shape?.kind === 'area' && shape.place).toEqual([310, 800, 200, 100])
    expect(who.wall.moment(who.line[0])?.place).toEqual([10, 800, 176, 120])
    expect(who.wall.stroke(line)?.moved).toEqual([10, 200])
    who.wall.undo()
    expect(who.wall.stroke(line)?.moved).toEqual([0, 0])
    expect(who.wall.moment(who.line[0])?.place).toEqual([0, 600, 176, 120])
  })

  it('comes along when the rectangle takes one of its pieces', () => {
    const who = grouped()
    who.pull({ x: -40, y: 560 }, { x: 20, y: 640 })
    expect(chosen(who)).toEqual([who.line[0], area, line].toSorted())
  })
})

const at = (x: number, y: number, w = 100, h = 50, locked = false): Standing => ({ rect: { x, y, w, h }, locked })
const rectsAfter = (pieces: readonly Standing[], ways: Ways) =>
  pieces.map(({ rect }, each) => ({ ...rect, x: rect.x + (ways[each]?.x ?? 0), y: rect.y + (ways[each]?.y ?? 0) }))

describe('aligning', () => {
  const pieces = [at(0, 0), at(50, 100, 200), at(400, 300, 100, 100)]
  it.each<[Edge, 'x' | 'y', readonly number[]]>([
    ['left', 'x', [0, 0, 0]],
    ['centre', 'x', [200, 150, 200]],
    ['right', 'x', [400, 300, 400]],
    ['top', 'y', [0, 0, 0]],
    ['middle', 'y', [175, 175, 150]],
    ['bottom', 'y', [350, 350, 300]],
  ])('on %s goes by what they cover together', (edge, axis, expected) => {
    expect(rectsAfter(pieces, align(pieces, edge)).map((rect) => rect[axis])).toEqual(expected)
  })

  it('leaves what is locked where it is', () => {
    const fixed = [at(0, 0), at(50, 100, 100, 50, true)]
    expect(rectsAfter(fixed, align(fixed, 'left')).map(({ x }) => x)).toEqual([0, 50])
  })
})

describe('the same gaps', () => {
  it('leave the first and the last, in whatever order they were selected', () => {
    const pieces = [at(500, 0), at(0, 0), at(120, 9, 200)]
    expect(rectsAfter(pieces, distribute(pieces, 'across')).map(({ x }) => x)).toEqual([500, 0, 200])
    expect(distribute(pieces.slice(0, 2), 'across')).toEqual([
      { x: 0, y: 0 },
      { x: 0, y: 0 },
    ])
  })
})

describe('laying in rows', () => {
  it('lays nothing over anything else, wherever it lay before', () => {
    const random = seededRandom(4)
    const number = (below: number) => ((random(new Uint8Array(1))[0] ?? 0) / 256) * below
    for (let round = 0; round < 20; round++) {
      const pieces = Array.from({ length: 12 }, () => at(number(300), number(300), 100 + number(90), 60 + number(90)))
      const rects = rectsAfter(pieces, pack(pieces))
      for (const [one, rect] of rects.entries()) {
        for (const other of rects.slice(one + 1)) expect(intersects(grow(rect, 5), other)).toBe(false)
      }
    }
  })
})

describe('the verbs of arranging', () => {
  const doIt = (who: Hand, name: string) => {
    const verb = arrangeVerbs[name]
    if (verb?.refusal(who.bench) === null) verb.act(who.bench)
    return verb?.refusal(who.bench)
  }

  it('make a group and take it apart', () => {
    const who = hand()
    const [one, two] = who.line
    who.bench.selection.set([one])
    expect(doIt(who, 'group')).toBe('Select two or more of them first.')
    who.bench.selection.set([one, two])
    expect(doIt(who, 'group')).toBe('These are one group already.')
    expect(who.wall.moment(one)?.group).toBe(who.wall.moment(two)?.group)
    expect(doIt(who, 'ungroup')).toBe('None of them belongs to a group.')
    expect(who.wall.moment(one)?.group).toBeNull()
  })

  it('align a group as one, in one step of undo, and leave what is locked', () => {
    const who = grouped()
    const [one, two] = who.line
    who.board.run('place-moments', { places: [{ id: two, place: [40, 900, 176, 120] }] })
    who.bench.selection.set([one, area, line, two])
    doIt(who, 'align-bottom')
    expect(who.wall.stroke(line)?.moved).toEqual([0, 300])
    expect(who.wall.moment(one)?.place).toEqual([0, 900, 176, 120])
    who.wall.undo()
    who.board.run('lock-moments', { ids: [one, two], locked: true })
    expect(doIt(who, 'align-bottom')).toBe('What is selected is locked. Unlock it first.')
  })

  it('put pieces before and behind others', () => {
    const who = hand()
    who.board.run('add-shape', { id: area, kind: 'area', words: '', place: [-200, -200, 400, 400] })
    const { scene, selection } = who.bench
    const lying = () => scene.piecesIn({ x: -200, y: -200, w: 400, h: 400 }).map(({ id }) => id)
    const back = lying()
    expect(back[0]).toBe(area)
    selection.set([area])
    doIt(who, 'front')
    expect(lying().at(-1)).toBe(area)
    doIt(who, 'backward')
    expect(lying()[0]).toBe(area)
    doIt(who, 'forward')
    expect(lying().at(-1)).toBe(area)
    doIt(who, 'back')
    expect(lying()).toEqual(back)
  })

  it('say who may not', () => {
    const who = hand({ phase: 'ideas' }, 'participant')
    who.bench.selection.set(who.line)
    for (const { refusal } of Object.values(arrangeVerbs)) expect(refusal(who.bench)).toMatch(/^[A-Z].*\.$/)
  })
})

describe('arrow keys', () => {
  const press = (who: Hand, chord: string) => keysOnWall[chord]?.(who.bench, who.toolbox) ?? false

  it('push what lies free, by one or by ten, and walk on from a single note', () => {
    const who = grouped()
    const [one, two] = who.line
    who.bench.selection.set([one, area, line])
    press(who, 'arrowleft')
    press(who, 'shift+arrowdown')
    expect(who.wall.moment(one)?.place).toEqual([-1, 610, 176, 120])
    expect(who.wall.stroke(line)?.moved).toEqual([-1, 10])
    who.bench.selection.set([one])
    press(who, 'shift+arrowright')
    expect(who.wall.moment(one)?.place).toEqual([9, 610, 176, 120])
    press(who, 'arrowright')
    expect([...who.bench.selection.ids()]).toEqual([two])
    expect(press(who, 'shift+arrowright')).toBe(false)
    expect(who.wall.moment(two)?.place).toBeNull()
  })
})
