import type { ShapeId, StrokeId } from '@momentous/shared/domain/id'
import { describe, expect, it, onTestFinished } from 'vitest'
import { mindSelection } from '../../client/src/tools/selection-news.ts'
import { keysAnywhere, keysOnWall } from '../../client/src/tools/wall-keys.ts'
import { hand, type Hand } from '../support/live-bench.ts'

const press = (it: Hand, ...chords: readonly string[]) => {
  for (const chord of chords) (keysOnWall[chord] ?? keysAnywhere[chord])?.(it.bench, it.toolbox)
}
const selected = ({ bench }: Hand) => [...bench.selection.pieces()]

describe('whoever has only keys', () => {
  it('keeps notes selected while the arrows go on, wherever they lie, and lets go of one again', () => {
    const it = hand()
    const [one, two, three, four] = it.line
    press(it, 'home', 'shift+enter', 'arrowright')
    expect(selected(it)).toEqual([one, two])
    press(it, 'arrowright', 'shift+enter', 'arrowright')
    expect(selected(it)).toEqual([one, three, four])
    press(it, 'arrowleft', 'shift+enter', 'arrowleft')
    expect(selected(it)).toEqual([one, two])
    press(it, 'mod+g')
    expect(it.wall.moment(two)?.group).not.toBeNull()
    expect(it.wall.moment(one)?.group).toBe(it.wall.moment(two)?.group)
    press(it, 'escape', 'home', 'arrowright')
    expect(selected(it)).toEqual([two])
  })

  it('keeps free notes where they are while the arrows go on', () => {
    const it = hand()
    const [one, two] = it.line
    const places = [one, two].map((id, at) => ({
      id,
      place: [at * 300, 600, 176, 120] as [number, number, number, number],
    }))
    it.wall.act('place-moments', { places })
    press(it, 'home', 'shift+enter', 'arrowright', 'arrowleft')
    expect(it.wall.moment(two)?.place).toEqual([300, 600, 176, 120])
    expect(selected(it)).toEqual([one])
  })

  it('puts a free text where nothing lies, and an area around what is selected', () => {
    const it = hand()
    const [one] = it.line
    press(it, 't', 'enter')
    const [text] = it.wall.shapes()
    const [x = 0, y = 0, w = 0, h = 0] = text?.kind === 'text' ? text.place : []
    expect(it.bench.desk.writing.get()).toBe(text?.id)
    expect(it.bench.scene.notesIn({ x, y, w, h })).toEqual([])
    expect(it.toolbox.held.get()).toBe('select')
    it.bench.desk.writing.set(null)
    it.bench.selection.set([one])
    const note = it.bench.scene.note(one)?.rect
    press(it, 'f', 'enter')
    const area = it.wall.shapes().find(({ kind }) => kind === 'area')
    expect(area?.kind === 'area' && note && area.place).toEqual([
      (note?.x ?? 0) - 24,
      (note?.y ?? 0) - 24,
      (note?.w ?? 0) + 48,
      (note?.h ?? 0) + 48,
    ])
  })

  it('comes to what is drawn after all else, and can take it away', () => {
    const it = hand()
    const [area, line] = [it.wall.newId<ShapeId>(), it.wall.newId<StrokeId>()]
    it.wall.act('add-shape', { kind: 'area', id: area, place: [0, 500, 300, 200] })
    it.wall.act('draw-stroke', { id: line, pen: 'ink', width: 4, points: [0, 400, 0.5, 90, 420, 0.5] })
    press(it, 's')
    expect(selected(it)).toEqual([area])
    press(it, 's')
    expect(selected(it)).toEqual([line])
    press(it, 'delete')
    expect(it.wall.strokes()).toEqual([])
    expect(it.wall.shapes()).toHaveLength(1)
  })

  it.each([
    ['ArrowRight', 'arrowright', 5],
    ['ArrowLeft', 'arrowleft', 3],
  ] as const)('goes on from where a note was that somebody took away: %s', (_name, chord, at) => {
    const it = hand()
    onTestFinished(mindSelection(it.bench))
    const { line } = it
    const gone = line[4]
    it.bench.selection.set([gone])
    it.board.run('remove-moments', { ids: [gone], removed: true })
    expect(selected(it)).toEqual([])
    press(it, chord)
    expect(selected(it)).toEqual([line[at]])
  })

  it('goes on from there after taking it away itself; from the start after letting go of it', () => {
    const it = hand()
    onTestFinished(mindSelection(it.bench))
    const { line } = it
    it.bench.selection.set([line[2]])
    press(it, 'delete', 'arrowright')
    expect(selected(it)).toEqual([line[3]])
    press(it, 'escape', 'arrowright')
    expect(selected(it)).toEqual([line[0]])
  })
})
