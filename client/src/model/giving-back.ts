import type { BoardView } from '@momentous/shared/board/view'
import type { TextRoot } from '@momentous/shared/commands/edit-text'
import type { MomentId } from '@momentous/shared/domain/id'
import type { Moment } from '@momentous/shared/domain/moment'
import type { PieceId } from '@momentous/shared/domain/piece'
import type { Stroke } from '@momentous/shared/domain/stroke'
import type { Deed } from './deed.ts'

/** What an inverse looks at: the view of the rules, and what that view doesn't hold. */
export interface Facts {
  readonly view: BoardView
  stroke(id: PieceId): Stroke | undefined
  /** The words of a record's field; undefined when there is no such record. */
  text(root: TextRoot, id: string, key: string): string | undefined
}

/** The deeds that take one back, as the board is by then: nothing that somebody else has changed since. */
export type Inverse = (now: Facts) => readonly Deed[]

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

interface Values<Id, Kept, Value> {
  readonly ids: readonly Id[]
  read(facts: Facts, id: Id): Kept | undefined
  pick(kept: Kept): Value
  /** What the deed makes of it. */
  given(kept: Kept, id: Id): Value
}

interface Former<Id, Value> {
  readonly id: Id
  readonly was: Value
}

/** The values that records had `before`: of those that still hold what the deed gave them. */
function formerValues<Id, Kept, Value>(
  before: Facts,
  { ids, read, pick, given }: Values<Id, Kept, Value>,
): (now: Facts) => readonly Former<Id, Value>[] {
  const former = ids.flatMap((id) => {
    const kept = read(before, id)
    if (kept === undefined) return []
    const [was, is] = [pick(kept), given(kept, id)]
    return same(was, is) ? [] : [{ id, was, is }]
  })
  return (now) =>
    former.filter(({ id, is }) => {
      const kept = read(now, id)
      return kept !== undefined && same(pick(kept), is)
    })
}

/** Gives records the values back that they had: `write` makes one deed of all of them. */
export function eachBack<Id, Kept, Value>(
  before: Facts,
  { write, ...values }: Values<Id, Kept, Value> & { write(former: readonly Former<Id, Value>[]): Deed },
): Inverse {
  const formerNow = formerValues(before, values)
  return (now) => {
    const former = formerNow(now)
    return former.length === 0 ? [] : [write(former)]
  }
}

/** The same with one deed for all the records that go back to the same value. */
export function valuesBack<Id, Kept, Value>(
  before: Facts,
  { write, ...values }: Values<Id, Kept, Value> & { write(ids: Id[], value: Value): Deed },
): Inverse {
  const formerNow = formerValues(before, values)
  return (now) => {
    const groups = Map.groupBy(formerNow(now), ({ was }) => JSON.stringify(was))
    return [...groups.values()].flatMap((group) => {
      const [first] = group
      const ids = group.map(({ id }) => id)
      return first === undefined ? [] : [write(ids, first.was)]
    })
  }
}

/** The same for moments. */
export function valueBack<Value>(
  before: Facts,
  value: Omit<Values<MomentId, Moment, Value>, 'read'> & { write(ids: MomentId[], value: Value): Deed },
): Inverse {
  return valuesBack(before, { ...value, read: ({ view }, id) => view.moment(id) })
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
