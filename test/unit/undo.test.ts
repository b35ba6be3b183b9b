import { directCommands, type ArgsOf, type DirectName } from '@momentous/shared/commands/commands'
import { stageBands } from '@momentous/shared/board/stage-bands'
import type { ActionId, GroupId, MomentId, RungId, ShapeId, StageId, StrokeId } from '@momentous/shared/domain/id'
import { describe, expect, it, test } from 'vitest'
import { actorOf, liveBoard } from '../support/live-board.ts'
import { ownDesk, type OwnDesk } from '../support/own-desk.ts'
import { seededNumbers } from '../support/seeded-random.ts'

const atWork = (session: Parameters<typeof liveBoard>[0] = { phase: 'post' }) => {
  const live = liveBoard(session)
  const desk = ownDesk(live)
  return { live, desk, ...desk.acting, line: live.line(), view: desk.facts.view }
}

/** The first moments of the line. */
const two = (line: readonly MomentId[]): [MomentId, MomentId] => {
  const [first, second] = line
  if (first === undefined || second === undefined) throw new Error('The board of the tests has moments.')
  return [first, second]
}

const state = ({ facts: { records } }: OwnDesk) => {
  const there = (each: { removed: boolean }) => !each.removed
  return JSON.stringify({
    // An order key may be another one, as long as the order is the same.
    moments: records.moments
      .all()
      .filter(there)
      .toSorted((a, b) => (a.order < b.order ? -1 : 1))
      .map(({ order: _, ...rest }) => rest),
    ink: records.ink.all(),
    assessments: records.assessments.all(),
    actions: records.actions.all().filter(there),
    rungs: records.rungs.all().filter(there),
    shapes: records.shapes.all().filter(there),
    stages: stageBands(records.moments.all(), records.stages.all()).map(({ stage, moments }) => [
      stage?.title,
      moments,
    ]),
  })
}

describe('every direct verb', () => {
  const ids = {
    action: 'action-one-1' as ActionId,
    rung: 'rung-one-111' as RungId,
    stroke: 'stroke-one-1' as StrokeId,
    text: 'text-one-111' as ShapeId,
    stage: 'stage-one-11' as StageId,
  }
  type Deeds = { readonly [Name in DirectName]: (line: readonly MomentId[]) => ArgsOf<Name> }
  const deeds: Deeds = {
    'add-moment': (line) => ({ id: 'a-new-moment' as MomentId, text: 'Waits', after: two(line)[0], paper: 'rose' }),
    'add-moments': (line) => ({
      moments: ['Parks', 'Rings'].map((text, at) => ({ id: `newcomer-${at}` as MomentId, text })),
      after: two(line)[1],
    }),
    'edit-text': (line) => ({ root: 'moments', id: two(line)[0], key: 'text', index: 0, remove: 6, insert: 'Writes' }),
    'reorder-moments': (line) => ({ ids: [two(line)[0]], after: line[4] ?? null }),
    'place-moments': (line) => ({ places: [{ id: two(line)[0], place: [10, 20, 176, 120] }] }),
    'set-paper': (line) => ({ ids: [...two(line)], paper: 'mint' }),
    'lock-moments': (line) => ({ ids: [...two(line)], locked: true }),
    'set-contact-type': (line) => ({ ids: [...two(line)], channel: 'email', setting: null }),
    'set-kind': (line) => ({ id: two(line)[0], kind: 'decisive' }),
    'set-seconds': (line) => ({ id: two(line)[0], seconds: 90 }),
    'remove-moments': (line) => ({ ids: [...two(line)], removed: true }),
    'stack-moments': (line) => ({ ids: [two(line)[0]], on: two(line)[1] }),
    'draw-stroke': () => ({ id: 'stroke-two-1' as StrokeId, pen: 'ink', width: 2, points: [0, 0, 0.5, 4, 4, 1] }),
    'erase-strokes': () => ({ ids: [ids.stroke] }),
    'move-strokes': () => ({ moves: [{ id: ids.stroke, moved: [40, -8.5] }] }),
    'add-shape': (line) => ({
      id: 'connector-1' as ShapeId,
      kind: 'connector',
      from: { at: two(line)[0] },
      to: { point: [1, 2] },
    }),
    'add-shapes': (line) => ({
      shapes: [
        { id: 'area-new-11' as ShapeId, kind: 'area', place: [0, 900, 200, 100] },
        {
          id: 'connector-2' as ShapeId,
          kind: 'connector',
          from: { at: 'area-new-11' as ShapeId },
          to: { at: two(line)[0] },
        },
      ],
    }),
    'place-shapes': () => ({ places: [{ id: ids.text, place: [10, 20, 300, 200] }] }),
    'set-shape': () => ({ ids: [ids.text], tint: 'rose', size: 'l' }),
    'lock-shapes': () => ({ ids: [ids.text], locked: true }),
    'remove-shapes': () => ({ ids: [ids.text], removed: true }),
    'group-pieces': (line) => ({ ids: [two(line)[0], ids.text, ids.stroke], group: 'group-two-11' as GroupId }),
    'order-pieces': (line) => ({
      pieces: [
        { id: two(line)[0], z: 'a1' },
        { id: ids.text, z: 'Zz' },
        { id: ids.stroke, z: 'a2' },
      ],
    }),
    'add-stage': (line) => ({ id: 'stage-two-11' as StageId, title: 'Paying', after: two(line)[0] }),
    'set-stage': (line) => ({ id: ids.stage, after: line[6] ?? null }),
    'set-evidence': (line) => ({ moment: two(line)[0], evidence: 'told' }),
    'add-action': (line) => ({ id: 'action-two-1' as ActionId, moment: two(line)[0], text: 'A clock' }),
    'set-action': () => ({ id: ids.action, due: '2027-01-31', target: 'magical' }),
    'remove-action': () => ({ id: ids.action, removed: true }),
    'add-rung': (line) => ({ id: 'rung-two-111' as RungId, moment: two(line)[0], text: 'Ten days' }),
    'set-rung': () => ({ id: ids.rung, done: true }),
  }

  const prepared = () => {
    const all = atWork({ phase: 'plan' })
    const [moment] = two(all.line)
    all.live.run('open-assessment', { moment })
    all.act('add-action', { id: ids.action, moment, text: 'Signs' })
    all.act('add-rung', { id: ids.rung, moment, text: 'Fourteen days' })
    all.act('draw-stroke', { id: ids.stroke, pen: 'ink', width: 4, points: [0, 0, 0.5, 9, 9, 0.5] })
    all.act('add-shape', { id: ids.text, kind: 'text', words: 'Why here', place: [0, 0, 200, 40] })
    all.act('add-stage', { id: ids.stage, title: 'On the way', after: all.line[3] ?? null })
    return all
  }

  it.each(Object.keys(directCommands) as DirectName[])('%s is undone and done again', (name) => {
    const { desk, line, act, history } = prepared()
    const before = state(desk)
    expect(act(name, deeds[name](line))).toEqual({ allowed: true })
    const after = state(desk)
    expect(after).not.toBe(before)
    expect(history.undo()).toEqual({ allowed: true })
    expect(state(desk)).toBe(before)
    expect(history.redo()).toEqual({ allowed: true })
    expect(state(desk)).toBe(after)
  })

  it('M5 undo of adding puts into the bin, and deletes nothing', () => {
    const { desk, line, act, history } = prepared()
    act('add-moment', deeds['add-moment'](line))
    history.undo()
    expect(desk.facts.view.moment('a-new-moment' as MomentId)).toMatchObject({ removed: true, text: 'Waits' })
  })
})

test('typing is one step until it pauses', () => {
  const { desk, line, act, history, view } = atWork()
  const [id] = two(line)
  const type = (words: string) => {
    for (const [index, insert] of [...words].entries()) {
      act('edit-text', { root: 'moments', id, key: 'text', index, remove: 0, insert })
    }
  }
  type('One ')
  desk.pass(2000)
  type('Two ')
  expect(view.moment(id)?.text).toBe('Two One Phones to book a visit')
  history.undo()
  expect(view.moment(id)?.text).toBe('One Phones to book a visit')
  history.undo()
  expect(view.moment(id)?.text).toBe('Phones to book a visit')
  expect(history.canUndo()).toBe(false)
})

test('a gesture of several deeds is one step', () => {
  const { line, act, history, view } = atWork()
  const [first, second] = two(line)
  history.together(() => {
    act('set-paper', { ids: [first], paper: 'rose' })
    act('lock-moments', { ids: [second], locked: true })
  })
  history.undo()
  expect([view.moment(first)?.paper, view.moment(second)?.locked]).toEqual(['butter', false])
  history.redo()
  expect([view.moment(first)?.paper, view.moment(second)?.locked]).toEqual(['rose', true])
})

test('what somebody else has changed since is not undone; the step before it is', () => {
  const { live, line, act, history, view } = atWork()
  const [first, second] = two(line)
  act('set-paper', { ids: [first], paper: 'rose' })
  act('set-paper', { ids: [second], paper: 'rose' })
  live.run('set-paper', { ids: [second], paper: 'sky' })
  history.undo()
  expect([view.moment(first)?.paper, view.moment(second)?.paper]).toEqual(['butter', 'sky'])
})

test('there is nothing to undo where others have changed all of it since, and that is told', () => {
  const { live, line, act, history } = atWork()
  const [first] = two(line)
  let told = 0
  act('set-paper', { ids: [first], paper: 'rose' })
  history.subscribe(() => void told++)
  expect([history.canUndo(), history.canRedo()]).toEqual([true, false])
  live.run('set-paper', { ids: [first], paper: 'sky' })
  history.lookAgain()
  expect([told, history.canUndo()]).toEqual([1, false])
  history.lookAgain()
  live.run('set-paper', { ids: [first], paper: 'rose' })
  history.lookAgain()
  expect([told, history.canUndo()]).toEqual([2, true])
})

test('an undo of typing leaves what others typed into the same text', () => {
  const { live, line, act, history, view } = atWork()
  const [id] = two(line)
  const end = 'Phones to book a visit'.length
  act('edit-text', { root: 'moments', id, key: 'text', index: end, remove: 0, insert: ' by noon' })
  live.run('edit-text', { root: 'moments', id, key: 'text', index: 0, remove: 0, insert: 'First: ' })
  history.undo()
  expect(view.moment(id)?.text).toBe('First: Phones to book a visit')
})

test('a step that is no longer allowed is skipped, and says so', () => {
  const live = liveBoard({ phase: 'post' })
  const desk = ownDesk(live, actorOf('participant'))
  const [first] = two(live.line())
  desk.acting.act('set-paper', { ids: [first], paper: 'rose' })
  live.set({ phase: 'choose' })
  expect(desk.acting.history.undo()).toMatchObject({ allowed: false, rule: 'M2' })
  expect(desk.facts.view.moment(first)?.paper).toBe('rose')
  expect(desk.said).toHaveLength(1)
  expect(desk.said[0]).toMatch(/^That step can’t be undone now\. .*Choose/)
  expect(desk.acting.history.canUndo()).toBe(false)
})

test('ten people undo their own work and nobody else’s', () => {
  const seed = Date.now() % 100_000
  const pick = seededNumbers(seed)
  const live = liveBoard({ phase: 'post' })
  const desks = Array.from({ length: 10 }, (_, index) =>
    ownDesk(live, actorOf('participant', `seat-${index}`), index + 20),
  )
  const own = new Map(desks.map((desk, index) => [desk, live.line()[index] as MomentId]))
  const any = <Value>(values: readonly Value[]): Value => values[Math.floor(pick() * values.length)] as Value
  const before = state(desks[0] as OwnDesk)
  for (let round = 0; round < 200; round++) {
    const desk = any(desks)
    const id = own.get(desk) as MomentId
    const { act } = desk.acting
    const paper = desk.facts.view.moment(id)?.paper === 'mint' ? 'rose' : 'mint'
    desk.pass(2000)
    any([
      () => act('set-paper', { ids: [id], paper }),
      () => act('place-moments', { places: [{ id, place: [round, round, 176, 120] }] }),
      () => act('edit-text', { root: 'moments', id, key: 'text', index: 0, remove: 1, insert: 'XY' }),
    ])()
  }
  const undone = any(desks)
  const mine = own.get(undone) as MomentId
  const others = () => undone.facts.records.moments.all().filter(({ id }) => id !== mine)
  const [untouched, original] = [others(), liveBoard({ phase: 'post' }).view().moment(mine)]
  while (undone.acting.history.canUndo()) undone.acting.history.undo()
  expect(undone.facts.view.moment(mine), `seed ${seed}`).toEqual(original)
  expect(others(), `seed ${seed}`).toEqual(untouched)
  for (const desk of desks) while (desk.acting.history.canUndo()) desk.acting.history.undo()
  expect(state(desks[0] as OwnDesk), `seed ${seed}`).toBe(before)
})
