import type { StageId } from '@momentous/shared/domain/id'
import { describe, expect, it } from 'vitest'
import { wallCommands } from '../../client/src/tools/wall-commands.ts'
import { keysOnWall } from '../../client/src/tools/wall-keys.ts'
import { wallVerbs } from '../../client/src/tools/wall-verbs.ts'
import { endNaming, stageVerbs } from '../../client/src/tools/stages.ts'
import { hand, type Hand } from '../support/live-bench.ts'

const desk = 'stage-desk-1' as StageId

function withStage(): Hand {
  const it = hand()
  it.board.run('add-stage', { id: desk, title: 'At the desk', after: it.line[2] })
  return it
}
const only = (it: Hand) => {
  const [stage, ...more] = it.bench.scene.stages()
  if (!stage || more.length > 0) throw new Error('There is one stage.')
  return stage
}
const onTitle = (it: Hand) => ({ x: only(it).box.x + 10, y: only(it).box.y + 9 })

describe('a stage on the wall', () => {
  it('begins between two dots, its title above the highest note', () => {
    const it = withStage()
    expect(only(it)).toMatchObject({ first: 3, divider: { x: 275 } })
    expect(only(it).box.y + only(it).box.h).toBe(-180)
    const long = 'A long story '.repeat(30)
    it.board.run('edit-text', { root: 'moments', id: it.line[0], key: 'text', index: 0, remove: 0, insert: long })
    expect(only(it).box.y + only(it).box.h).toBe((it.bench.scene.note(it.line[0])?.rect.y ?? 0) - 14)
  })

  it('without a moment has its title above that of the next one', () => {
    const it = withStage()
    it.board.run('add-stage', { id: 'stage-two-1', title: 'On the way', after: it.line[2] })
    const [upper, lower] = it.bench.scene.stages()
    expect([upper?.stage.title, lower?.stage.title]).toEqual(['On the way', 'At the desk'])
    expect(upper && lower && upper.box.y + upper.box.h < lower.box.y).toBe(true)
  })

  it('tells what it looks different at, and nothing else', () => {
    const it = withStage()
    it.bench.scene.collect()
    it.board.run('edit-text', { root: 'stages', id: desk, key: 'title', index: 0, remove: 2, insert: 'Near' })
    const { damage } = it.bench.scene.collect()
    expect(damage?.every(({ x }) => x >= 260)).toBe(true)
    expect(damage?.length).toBeGreaterThan(0)
    it.board.run('place-moments', { places: [{ id: it.line.at(8), place: [900, 900, 176, 120] }] })
    expect(it.bench.scene.collect().damage?.every(({ x }) => x > 275)).toBe(true)
  })
})

describe('stages by hand', () => {
  it('are pulled along the line from dot to dot, in one step', () => {
    const it = withStage()
    const from = onTitle(it)
    it.press(from)
    it.drag({ x: from.x + 200, y: from.y + 4 })
    expect(it.bench.live.divider.get()).toEqual({ stage: desk, first: 5 })
    it.lift({ x: from.x + 200, y: from.y + 4 })
    expect(only(it).first).toBe(5)
    expect(it.wall.acts).toEqual(['set-stage'])
    expect(it.bench.live.divider.get()).toBeNull()
    it.wall.undo()
    expect(only(it).first).toBe(3)
  })

  it('are out of the hand when somebody takes them off meanwhile', () => {
    const it = withStage()
    const from = onTitle(it)
    it.press(from)
    it.drag({ x: from.x + 200, y: from.y })
    it.board.run('set-stage', { id: desk, removed: true })
    it.lift({ x: from.x + 200, y: from.y })
    expect([it.bench.live.divider.get(), it.wall.acts]).toEqual([null, []])
    expect(it.wall.said).toEqual(['Somebody took this stage off meanwhile.'])
  })

  it('are named by a press on the title', () => {
    const it = withStage()
    it.click(onTitle(it))
    expect(it.bench.desk.naming.get()).toBe(desk)
    endNaming(it.bench)
    expect(it.wall.acts).toEqual([])
  })

  it('are no one’s to change who may not make moments', () => {
    const it = hand({ phase: 'post' }, 'observer')
    it.board.run('add-stage', { id: desk, title: 'At the desk', after: it.line[2] })
    it.click(onTitle(it))
    expect(it.bench.desk.naming.get()).toBeNull()
  })

  it('begin where the bare wall’s menu was asked for', () => {
    const it = hand()
    const { x, y } = it.bench.camera.toScreen({ x: 160, y: 500 })
    wallVerbs({ x, y, w: 0, h: 0 }, it.bench)
      .find(({ name }) => name === 'stage')
      ?.act()
    expect(only(it).first).toBe(2)
    expect(it.bench.desk.naming.get()).toBe(only(it).id)
    endNaming(it.bench)
    expect(it.bench.scene.stages()).toEqual([])
  })
})

describe('stages by key', () => {
  it('begin before the selected note', () => {
    const it = hand()
    it.bench.selection.set([it.line[4]])
    keysOnWall['b']?.(it.bench, it.toolbox)
    expect(only(it).first).toBe(4)
    expect(it.bench.desk.naming.get()).toBe(only(it).id)
  })

  it('begin earlier or later, are renamed and taken off, for the stage that the selected note is in', () => {
    const it = withStage()
    const run = (name: string) => wallCommands[name]?.act(it.bench, it.toolbox)
    const refusal = (name: string) => wallCommands[name]?.refusal(it.bench, it.toolbox)
    it.bench.selection.set([it.line[1]])
    expect(refusal('stage-later')).toBe('The selected note stands under no stage.')
    it.bench.selection.set(it.line.slice(6, 7))
    run('stage-later')
    expect(only(it).first).toBe(4)
    run('stage-earlier')
    run('stage-earlier')
    expect(only(it).first).toBe(2)
    run('name-stage')
    expect(it.bench.desk.naming.get()).toBe(desk)
    endNaming(it.bench)
    run('remove-stage')
    expect(it.bench.scene.stages()).toEqual([])
  })

  it('go no further than the line', () => {
    const it = withStage()
    it.board.run('set-stage', { id: desk, after: null })
    const verb = (name: string) => stageVerbs(only(it), it.bench).find((each) => each.name === name)?.refusal
    expect(verb('earlier')).toBe('It begins with the first moment already.')
    it.board.run('set-stage', { id: desk, after: it.line[9] ?? null })
    expect([verb('later'), verb('earlier')]).toEqual(['No moment comes after its beginning.', null])
  })
})
