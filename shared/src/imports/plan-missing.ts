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
  const named = namedNeighbours(rows)
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
        wasThere: named?.has(neighbourSigns(id)) ?? null,
        bin: ruling.allowed ? [bin] : [],
        refusal: ruling.allowed ? null : ruling.reason,
      }
    })
    .toSorted((one, other) => Number(other.wasThere) - Number(one.wasThere))
}

/** Who stood beside a row of the file at its export; null when its rows don't tell. */
function namedNeighbours(rows: readonly MatchedRow[]): ReadonlySet<string> | null {
  const beside = rows.flatMap(({ row }) => neighboursOf(row.stamp) ?? [])
  return beside.length === 0 ? null : new Set(beside.flatMap(({ before, after }) => [before, after]))
}

/** All actions are asked for by moment, and read once. */
function onceRead(view: BoardView): BoardView {
  const actions = view.actions()
  return { ...view, session: view.session, actions: () => actions }
}
