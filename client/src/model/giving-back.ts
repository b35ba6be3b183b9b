import type { BoardView } from '@momentous/shared/board/view'
import type { TextRoot } from '@momentous/shared/commands/edit-text'
import type { MomentId, StrokeId } from '@momentous/shared/domain/id'
import type { Moment } from '@momentous/shared/domain/moment'
import type { Stroke } from '@momentous/shared/domain/stroke'
import type { Deed } from './deed.ts'

/** What an inverse looks at: the view of the rules, and what that view doesn't hold. */
export interface Facts {
  readonly view: BoardView
  stroke(id: StrokeId): Stroke | undefined
  /** The words of a record's field; undefined when there is no such record. */
  text(root: TextRoot, id: string, key: string): string | undefined
}

/** The deeds that take one back, as the board is by then: nothing that somebody else has changed since. */
export type Inverse = (now: Facts) => readonly Deed[]

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

interface MomentValue<Value> {
  readonly ids: readonly MomentId[]
  pick(moment: Moment): Value
  /** What the deed makes of it. */
  given(moment: Moment): Value
  /** One deed for all the moments that go back to the same value. */
  write(ids: MomentId[], value: Value): Deed
}

/** Gives moments the value back that they had `before`; only those that still hold what the deed gave them. */
export function valueBack<Value>(before: Facts, { ids, pick, given, write }: MomentValue<Value>): Inverse {
  const former = ids.flatMap((id) => {
    const moment = before.view.moment(id)
    if (moment === undefined) return []
    const [was, is] = [pick(moment), given(moment)]
    return same(was, is) ? [] : [{ id, was, is }]
  })
  return (now) => {
    const groups = new Map<string, { ids: MomentId[]; was: Value }>()
    for (const { id, was, is } of former) {
      const moment = now.view.moment(id)
      if (moment === undefined || !same(pick(moment), is)) continue
      const group = groups.get(JSON.stringify(was)) ?? { ids: [], was }
      group.ids.push(id)
      groups.set(JSON.stringify(was), group)
    }
    return [...groups.values()].map((group) => write(group.ids, group.was))
  }
}

type Given<Fields> = { readonly [Key in keyof Fields]?: Fields[Key] | undefined }

interface RecordFields<Fields> {
  read(facts: Facts): Fields | undefined
  readonly given: Given<Fields>
  write(former: Partial<Fields>): Deed
}

/** Gives a record's fields back as they were `before`; only those that still hold what the deed gave them. */
export function fieldsBack<Fields extends object>(
  before: Facts,
  { read, given, write }: RecordFields<Fields>,
): Inverse {
  const was = read(before)
  const keys = (Object.keys(given) as (keyof Fields)[]).filter((key) => given[key] !== undefined)
  return (now) => {
    const is = read(now)
    if (was === undefined || is === undefined) return []
    const mine = keys.filter((key) => same(is[key], given[key]) && !same(was[key], given[key]))
    const former: Partial<Fields> = {}
    for (const key of mine) former[key] = was[key]
    return mine.length === 0 ? [] : [write(former)]
  }
}
