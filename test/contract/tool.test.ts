import { phaseOrder } from '@momentous/shared/domain/phase'
import { roles } from '@momentous/shared/domain/role'
import { describe, expect, it } from 'vitest'
import { toolIcons } from '../../client/src/canvas/tool-icons.ts'
import type { Point } from '@momentous/shared/scene/geometry'
import { isOffered, toolOrder, tools, type ToolId } from '../../client/src/tools/tools.ts'
import { hand, type Hand } from '../support/live-bench.ts'

/** Where gestures start: on a note, on a handle of the selected note, on ink, on an area's edge, on the bare wall. */
const starts: Readonly<Record<string, Point>> = {
  note: { x: 0, y: -100 },
  handle: { x: 91, y: -43 },
  ink: { x: 100, y: 600 },
  shape: { x: 500, y: 700 },
  wall: { x: 900, y: 900 },
}

function prepared(id: ToolId): Hand {
  const it = hand()
  it.board.run('draw-stroke', { id: 'stroke-one', pen: 'ink', width: 4, points: [100, 500, 0.5, 100, 700, 0.5] })
  it.board.run('add-shape', { id: 'area-one-1', kind: 'area', place: [500, 500, 400, 300] })
  it.bench.selection.set(it.line.slice(0, 1))
  it.toolbox.take(id)
  return it
}

function traces({ bench, wall, places }: Hand) {
  const { live, desk, camera, selection } = bench
  const shown = [
    live.drag.get().size,
    live.landing.get(),
    live.marquee.get(),
    live.stroke.get(),
    live.erasing.get().size,
    live.shape.get(),
  ]
  return {
    shown,
    editing: desk.editing.get(),
    writing: desk.writing.get(),
    view: camera.view(),
    selected: [...selection.ids()],
    places: places(),
    ink: wall.strokes(),
    shapes: wall.shapes(),
  }
}

describe.each(toolOrder)('the tool %s', (id) => {
  const tool = tools[id]

  it('has a name, an icon that the rail knows, and somebody to use it', () => {
    expect(tool.label).toMatch(/^[A-Z]/)
    expect(toolIcons[tool.icon]).toBeDefined()
    expect(roles.some((role) => phaseOrder.some((phase) => isOffered(tool, role, phase)))).toBe(true)
  })

  it('is no writer’s tool for somebody who looks on', () => {
    expect(tool.row === null || !tool.roles.includes('observer')).toBe(true)
  })

  it.each(Object.entries(starts))(
    'leaves no trace of a gesture that begins on the %s and is cancelled',
    (_name, from) => {
      const it = prepared(id)
      const before = traces(it)
      it.press(from)
      for (const step of [3, 40, 90]) it.drag({ x: from.x + step, y: from.y + step * 2 })
      it.cancel()
      expect(traces(it)).toEqual(before)
      expect(it.wall.acts).toEqual([])
      expect(it.toolbox.busy()).toBe(false)
    },
  )

  it.each(Object.entries(starts))('makes one step of undo of a gesture on the %s', (_name, from) => {
    const it = prepared(id)
    const before = { places: it.places(), ink: it.wall.strokes(), shapes: it.wall.shapes() }
    it.pull(from, { x: from.x + 150, y: from.y + 500 })
    expect(it.wall.acts.length).toBeLessThanOrEqual(1)
    if (it.wall.acts.length === 1) it.wall.undo()
    const added = it.wall.moments().filter(({ removed }) => !removed).length
    expect(added).toBe(10)
    expect({ places: it.places(), ink: it.wall.strokes(), shapes: it.wall.shapes() }).toEqual(before)
    expect(it.toolbox.busy()).toBe(false)
  })

  it('waits quietly for moves and lifts that have no press', () => {
    const it = prepared(id)
    const before = traces(it)
    it.drag({ x: 50, y: 50 })
    it.lift({ x: 50, y: 50 })
    it.cancel()
    expect(traces(it)).toEqual(before)
  })
})

it('no two tools share a letter', () => {
  const letters = toolOrder.flatMap((id) => tools[id].shortcut ?? [])
  expect(new Set(letters).size).toBe(letters.length)
})
