import type { GroupId, ShapeId, StrokeId } from '@momentous/shared/domain/id'
import { describe, expect, it } from 'vitest'
import { hand, type Hand } from '../support/live-bench.ts'

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
