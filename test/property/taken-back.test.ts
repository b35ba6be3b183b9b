import type { MomentId } from '@momentous/shared/domain/id'
import { expect, test } from 'vitest'
import { liveBoard } from '../support/live-board.ts'
import { ownDesk, type OwnDesk } from '../support/own-desk.ts'
import { seededNumbers } from '../support/seeded-random.ts'
import { standOf } from '../support/stand.ts'
import { snapshotOf } from '../../client/src/model/store-snapshot.ts'

const SCHEDULES = 60
const DEEDS = 10

/** Does something by chance with the moments that show, or takes something back. */
function doSomething({ acting, facts, pass }: OwnDesk, chance: () => number, number: number): void {
  const pick = <Value>(values: readonly [Value, ...Value[]]): Value =>
    values[Math.floor(chance() * values.length)] ?? values[0]
  const all = facts.records.moments.all().filter(({ removed, stackedOn }) => !removed && stackedOn === null)
  const [first, ...others] = all.map(({ id }) => id)
  if (first === undefined) return void acting.history.undo()
  const any = () => pick([first, ...others])
  const ids = [...new Set([any(), any(), any()].slice(Math.floor(chance() * 3)))]
  const one = any()
  const beneath = facts.records.moments.all().find(({ stackedOn }) => stackedOn !== null)
  const far = () => Math.floor(chance() * 900)
  pass(5000)
  pick<() => unknown>([
    () =>
      acting.act('add-moment', {
        id: `a-moment-${number}` as MomentId,
        text: 'New',
        after: pick<MomentId | 'last' | null>([one, 'last', null]),
      }),
    () => acting.act('reorder-moments', { ids, after: ids.includes(one) ? null : one }),
    () => acting.act('reorder-moments', { ids: [one], after: null }),
    () => acting.act('remove-moments', { ids, removed: true }),
    () => acting.act('place-moments', { places: ids.map((id) => ({ id, place: [far(), 500, 176, 120] })) }),
    () => !ids.includes(one) && acting.act('stack-moments', { ids, on: one }),
    () => beneath && acting.act('stack-moments', { ids: [beneath.id], on: null }),
    () => acting.act('set-kind', { id: one, kind: pick(['invisible', 'basic']) }),
    acting.history.undo,
    acting.history.redo,
  ])()
}

test('whatever was done with the line is taken back to the start, done again, and taken back again', () => {
  const seed = Math.floor(Math.random() * 1e9)
  for (let schedule = 0; schedule < SCHEDULES; schedule++) {
    const chance = seededNumbers(seed + schedule)
    const desk = ownDesk(liveBoard({ phase: 'post' }), undefined, schedule + 1)
    const { history } = desk.acting
    const stand = () => standOf(snapshotOf({ records: desk.facts.records, session: desk.facts.session }))
    const undoAll = () => {
      while (history.canUndo()) history.undo()
    }
    const redoAll = () => {
      while (history.canRedo()) history.redo()
    }
    const start = stand()
    for (let deed = 0; deed < DEEDS; deed++) doSomething(desk, chance, deed)
    redoAll()
    const end = stand()
    undoAll()
    expect(stand(), `seed ${seed + schedule}`).toBe(start)
    redoAll()
    expect(stand(), `seed ${seed + schedule}`).toBe(end)
    undoAll()
    expect(stand(), `seed ${seed + schedule}`).toBe(start)
  }
})
