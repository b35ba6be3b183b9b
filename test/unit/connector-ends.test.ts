import type { SeatId, ShapeId, StageId, StrokeId } from '@momentous/shared/domain/id'
import { describe, expect, it } from 'vitest'
import { createAloft } from '../../client/src/canvas/aloft.ts'
import { NOTHING_DONE } from '../../client/src/model/peer-state.ts'
import type { Peer } from '../../client/src/model/wall.ts'
import { spotOfEnd } from '../../client/src/tools/connector-ends.ts'
import { detach, detachRefusal } from '../../client/src/tools/connector-keys.ts'
import { connectorsPulled, dividersPulled, pulledHere } from '../../client/src/tools/pulls.ts'
import { keysAnywhere, keysOnWall } from '../../client/src/tools/wall-keys.ts'
import { hand, handClock, type Hand } from '../support/live-bench.ts'

const id = 'line-one-1' as ShapeId
const area = 'area-one-1' as ShapeId

/** A connector from the first note to the third, and an area below. */
function connected(): Hand {
  const it = hand()
  it.board.run('add-shape', { id, kind: 'connector', from: { at: it.line[0] }, to: { at: it.line[2] } })
  it.board.run('add-shape', { id: area, kind: 'area', place: [100, 600, 300, 200] })
  it.bench.selection.set([id])
  return it
}
const ends = (it: Hand) => {
  const shape = it.wall.shape(id)
  return shape?.kind === 'connector' ? [shape.from, shape.to] : []
}
const pieceOf = (it: Hand) => {
  const piece = it.bench.scene.piece(id)
  if (piece?.kind !== 'connector') throw new Error('The connector is not to be seen.')
  return piece
}
const key = (it: Hand, chord: string) =>
  keysOnWall[chord]?.(it.bench, it.toolbox) || keysAnywhere[chord]?.(it.bench, it.toolbox)

describe('pulling an end', () => {
  it('holds on to the piece under it, which is shown before', () => {
    const it = connected()
    it.press(spotOfEnd(pieceOf(it), 'to'))
    it.drag(it.middleOf(it.line[4]))
    expect(it.bench.live.target.get()).toBe(it.line[4])
    expect(it.bench.live.shape.get()).toMatchObject({ from: { at: it.line[0] }, to: { at: it.line[4] } })
    it.lift(it.middleOf(it.line[4]))
    expect(ends(it)).toEqual([{ at: it.line[0] }, { at: it.line[4] }])
    expect(it.bench.live.target.get()).toBeNull()
    expect(it.wall.acts).toEqual(['place-shapes'])
    it.wall.undo()
    expect(ends(it)).toEqual([{ at: it.line[0] }, { at: it.line[2] }])
  })

  it('stays at a point of the bare wall, and with Alt also over a piece', () => {
    const it = connected()
    it.pull(spotOfEnd(pieceOf(it), 'from'), { x: 20, y: 400 })
    expect(ends(it)).toEqual([{ point: [20, 400] }, { at: it.line[2] }])
    const over = it.middleOf(it.line[4])
    it.pull(spotOfEnd(pieceOf(it), 'from'), over, { alt: true })
    expect(ends(it)[0]).toEqual({ point: [over.x, over.y] })
  })

  it('is out of the hand when somebody puts the connector in the bin meanwhile', () => {
    const it = connected()
    it.press(spotOfEnd(pieceOf(it), 'to'))
    it.drag({ x: 500, y: 500 })
    it.board.run('remove-shapes', { ids: [id], removed: true })
    it.drag({ x: 520, y: 500 })
    expect([it.bench.live.shape.get(), it.toolbox.busy(), it.bench.selection.pieces().size]).toEqual([null, false, 0])
    expect(it.wall.said).toEqual(['It was put in the bin meanwhile. Everybody finds it there.'])
    it.lift({ x: 520, y: 500 })
    expect(it.wall.acts).toEqual([])
  })

  it('never holds on to what its other end holds on to, and a mere press moves nothing', () => {
    const it = connected()
    const first = it.middleOf(it.line[0])
    it.click(spotOfEnd(pieceOf(it), 'to'))
    expect(it.wall.acts).toEqual([])
    it.pull(spotOfEnd(pieceOf(it), 'to'), first)
    expect(ends(it)[1]).toEqual({ point: [first.x, first.y] })
  })

  it('is as before after a cancel, and locked it has no ends to pull', () => {
    const it = connected()
    it.press(spotOfEnd(pieceOf(it), 'to'))
    it.drag({ x: 500, y: 500 })
    it.cancel()
    expect([it.wall.acts, it.bench.live.shape.get()]).toEqual([[], null])
    it.board.run('lock-shapes', { ids: [id], locked: true })
    it.pull(spotOfEnd(pieceOf(it), 'to'), { x: 500, y: 500 })
    expect(ends(it)[1]).toEqual({ at: it.line[2] })
  })
})

describe('ends by key', () => {
  it('go to another note with L, the arrows and Enter; the beginning with Shift', () => {
    const it = connected()
    key(it, 'l')
    it.bench.selection.set([it.line[3]])
    key(it, 'enter')
    expect(ends(it)).toEqual([{ at: it.line[0] }, { at: it.line[3] }])
    expect([...it.bench.selection.pieces()]).toEqual([id])
    key(it, 'l')
    it.bench.selection.set([area])
    key(it, 'shift+enter')
    expect(ends(it)).toEqual([{ at: area }, { at: it.line[3] }])
    expect(it.toolbox.held.get()).toBe('select')
  })

  it('let go, and then move with the arrows', () => {
    const it = connected()
    const { x, y } = spotOfEnd(pieceOf(it), 'to')
    expect(detach('to')(it.bench, it.toolbox)).toBe(true)
    expect(detachRefusal('to', it.bench)).toBe('It holds on to nothing there.')
    key(it, 'shift+arrowdown')
    expect(ends(it)).toEqual([{ at: it.line[0] }, { point: [Math.round(x), Math.round(y) + 10] }])
  })

  it('S leads through what is on the wall besides the notes', () => {
    const it = connected()
    it.bench.selection.clear()
    const walked = ['s', 's', 's', 'shift+s'].map((chord) => {
      key(it, chord)
      return [...it.bench.selection.pieces()][0]
    })
    expect(walked).toEqual([area, id, area, id])
  })
})

describe('an end whose piece goes', () => {
  it('stays at the area’s place, and holds on to it again once that is back', () => {
    const it = connected()
    it.board.run('place-shapes', { places: [{ id, to: { at: area } }] })
    const before = pieceOf(it).path.end
    it.wall.act('remove-shapes', { ids: [area], removed: true })
    expect(pieceOf(it).path.end).toEqual(before)
    it.wall.undo()
    it.board.run('place-shapes', { places: [{ id: area, place: [600, 900, 300, 200] }] })
    expect(pieceOf(it).path.end.y).toBeGreaterThan(800)
  })

  it('stays on the line, between the dots, where a tidy note was', () => {
    const it = connected()
    it.board.run('remove-moments', { ids: [it.line[2]], removed: true })
    expect(pieceOf(it).path.end).toEqual({ x: 165, y: 0 })
  })

  it('goes to the top of the stack with a note that is stacked', () => {
    const it = connected()
    const [, second, third] = it.line
    it.board.run('stack-moments', { ids: [third], on: second })
    const top = it.bench.scene.note(second)?.rect
    expect(pieceOf(it).path.end.y).toBe((top?.y ?? 0) - 4)
  })

  it('goes out of sight where nothing is left at either end', () => {
    const it = connected()
    it.board.run('remove-moments', { ids: [it.line[0], it.line[2]], removed: true })
    expect(it.bench.scene.piece(id)).toBeUndefined()
  })

  it('stays where ink was that is erased, also for whoever opens the board later, and holds on again after an undo', () => {
    const it = connected()
    const stroke = 'stroke-one-1' as StrokeId
    it.board.run('draw-stroke', { id: stroke, pen: 'ink', width: 4, points: [500, 500, 0.5, 560, 540, 0.5] })
    it.board.run('place-shapes', { places: [{ id, to: { at: stroke } }] })
    const before = pieceOf(it).path.end
    it.bench.selection.set([stroke])
    key(it, 'delete')
    const ended = ends(it)[1]
    expect(it.wall.stroke(stroke)).toBeUndefined()
    expect(ended).toEqual({ point: [Math.round(before.x), Math.round(before.y)] })
    it.wall.undo()
    expect(ends(it)).toEqual([{ at: it.line[0] }, { at: stroke }])
    it.toolbox.take('eraser')
    it.pull({ x: 490, y: 500 }, { x: 520, y: 512 })
    expect(ends(it)[1]).toEqual(ended)
    it.wall.undo()
    expect(ends(it)[1]).toEqual({ at: stroke })
  })

  it('stays where it was seen while ink goes that somebody else erases at that moment', () => {
    const it = connected()
    it.board.run('draw-stroke', { id: 'stroke-one-1', pen: 'ink', width: 4, points: [500, 500, 0.5, 560, 540, 0.5] })
    it.board.run('place-shapes', { places: [{ id, to: { at: 'stroke-one-1' } }] })
    const before = pieceOf(it).path.end
    it.board.run('erase-strokes', { ids: ['stroke-one-1'] })
    expect(pieceOf(it).path.end).toEqual(before)
  })
})

describe('a connector whose piece is in somebody’s hand', () => {
  const follows = (drag: (it: Hand) => void) => {
    const it = connected()
    const aloft = createAloft(it.bench, handClock(true))
    aloft.look(new Map())
    const before = pieceOf(it).path.end
    drag(it)
    aloft.look(new Map())
    const [line] = aloft.following()
    return { before, after: line?.path.end, hidden: aloft.has(id) }
  }
  const place = [900, 600, 176, 120] as const
  const peer: Peer = { ...NOTHING_DONE, id: '2', seat: 'bob' as SeatId, name: 'Bob', movedAt: 0 }

  it('follows it, in one’s own hand and in that of somebody else', () => {
    const own = follows((it) => it.bench.live.drag.set(new Map([[it.line[2], place]])))
    const theirs = follows((it) => it.wall.setPeers([{ ...peer, drag: new Map([[it.line[2], place]]) }]))
    expect(own.after).not.toEqual(own.before)
    expect(own.after?.x).toBeGreaterThan(800)
    expect(theirs).toEqual(own)
    expect(own.hidden).toBe(true)
  })

  it('moves its free end alone when it is dragged itself', () => {
    const { before, after } = follows((it) => {
      it.board.run('place-shapes', { places: [{ id, to: { point: [400, 500] } }] })
      const { rect } = pieceOf(it)
      it.bench.live.drag.set(new Map([[id, [rect.x + 50, rect.y + 30, rect.w, rect.h]]]))
    })
    expect(before).not.toEqual(after)
    expect(after).toEqual({ x: 450, y: 530 })
  })

  it('goes where another pulls its end, and what oneself pulls is one’s own', () => {
    const it = connected()
    const aloft = createAloft(it.bench, handClock(true))
    it.wall.setPeers([{ ...peer, pull: { id, part: 'to', at: null, point: { x: 700, y: 600 } } }])
    aloft.look(new Map())
    expect(connectorsPulled(it.bench)).toMatchObject([{ from: { at: it.line[0] }, to: { point: [700, 600] } }])
    expect([aloft.has(id), aloft.following()]).toEqual([true, []])
    it.wall.setPeers([{ ...peer, pull: { id, part: 'from', at: it.line[4], point: { x: 0, y: 0 } } }])
    expect(connectorsPulled(it.bench)).toMatchObject([{ from: { at: it.line[4] }, to: { at: it.line[2] } }])
    it.press(spotOfEnd(pieceOf(it), 'to'))
    it.drag({ x: 900, y: 700 })
    expect(connectorsPulled(it.bench)).toEqual([])
    expect(pulledHere(it.bench.live)).toEqual({ id, part: 'to', at: null, point: { x: 900, y: 700 } })
    it.drag(it.middleOf(it.line[4]))
    expect(pulledHere(it.bench.live)).toMatchObject({ part: 'to', at: it.line[4] })
    it.cancel()
    expect(pulledHere(it.bench.live)).toBeNull()
  })

  it('and so does a stage’s beginning, from dot to dot', () => {
    const it = connected()
    const stage = 'stage-one-1' as StageId
    it.board.run('add-stage', { id: stage, title: 'At the desk', after: it.line[2] })
    it.bench.live.divider.set({ stage, first: 5 })
    const pull = pulledHere(it.bench.live)
    it.wall.setPeers([{ ...peer, pull }])
    expect(dividersPulled(it.bench)).toEqual([5])
    it.board.run('set-stage', { id: stage, removed: true })
    expect(dividersPulled(it.bench)).toEqual([])
  })
})
