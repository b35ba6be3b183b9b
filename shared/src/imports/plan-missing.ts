import type { BoardView } from '../board/view.ts'
import type { Actor } from '../domain/actor.ts'
import type { MomentId } from '../domain/id.ts'
import { neighbourSigns, neighboursOf } from '../exports/cell-stamp.ts'
import type { FormChange } from './form-change.ts'
import { mayChange } from './judge-changes.ts'
import type { MatchedRow } from './match-rows.ts'
import type { MissingRow } from './plan.ts'
import { saidOf } from './said-of.ts'

interface MissingFacts {
  readonly view: BoardView
  readonly actor: Actor
  readonly form: { readonly touched: readonly MomentId[] }
  wordsOf(id: MomentId): string
}

/** The rows of the form that the file doesn't have, those first that were taken out of it for sure. */
export function missingRows(facts: MissingFacts, rows: readonly MatchedRow[]): readonly MissingRow[] {
  const { view, actor, form, wordsOf } = facts
  const found = new Set(rows.map(({ moment }) => moment))
  const wasThere = thereAtExport(rows)
  const once = onceRead(view)
  return form.touched
    .filter((id) => !found.has(id))
    .map((id): MissingRow => {
      const text = view.moment(id)?.text ?? ''
      const bin: FormChange = { kind: 'bin', root: 'moments', id, from: false, to: true, text, said: saidOf(once, id) }
      const ruling = mayChange(view, actor, bin)
      return {
        id,
        moment: wordsOf(id),
        wasThere: wasThere(id),
        bin: ruling.allowed ? [bin] : [],
        refusal: ruling.allowed ? null : ruling.reason,
      }
    })
    .toSorted((one, other) => Number(other.wasThere) - Number(one.wasThere))
}

/**
 * Was a row in the file when that was exported? It was, if a row that is left names it as its neighbour. It wasn't, if the
 * rows that are left leave no gap in which it could have stood. Else nobody can tell.
 */
function thereAtExport(rows: readonly MatchedRow[]): (id: MomentId) => boolean | null {
  const old = rows.flatMap(({ row, moment }) => {
    const id = moment ?? row.id
    return id === null ? [] : [{ own: neighbourSigns(id), beside: neighboursOf(row.stamp) }]
  })
  const beside = old.flatMap((row) => row.beside ?? [])
  const known = new Set([neighbourSigns(null), ...old.map(({ own }) => own)])
  const gone = (named: readonly string[]) => new Set(named.filter((signs) => !known.has(signs)))
  const [before, after] = [gone(beside.map((row) => row.before)), gone(beside.map((row) => row.after))]
  const isClosed = [...before].every((signs) => after.has(signs)) && [...after].every((signs) => before.has(signs))
  const hasGap = beside.length === 0 || beside.length < old.length || !isClosed
  return (id) => {
    const signs = neighbourSigns(id)
    return before.has(signs) || after.has(signs) || (hasGap ? null : false)
  }
}

/** All actions are asked for by moment, and read once. */
function onceRead(view: BoardView): BoardView {
  const actions = view.actions()
  return { ...view, session: view.session, actions: () => actions }
}
