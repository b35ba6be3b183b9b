import type { PieceId } from '@momentous/shared/domain/piece'
import type { Standing, Ways } from '../model/arrange.ts'
import { around, type Point } from '@momentous/shared/scene/geometry'
import { groupOf } from '../model/groups.ts'
import { movable, moveEach } from '../model/moved-pieces.ts'
import { arrangeWords as words } from '../words/arranging.ts'
import type { Bench } from './bench.ts'

/** Something that is done with several pieces at once: by key, in the list of commands, in the menu. */
export interface ArrangeVerb {
  readonly label: string
  readonly keys: readonly string[]
  /** Why it does nothing now, in a sentence. */
  refusal(bench: Bench): string | null
  act(bench: Bench): void
}

/** Pieces that are moved as one: a group, or one piece. */
export interface Unit extends Standing {
  readonly ids: readonly PieceId[]
}

export const isLocked = (id: PieceId, { wall }: Bench) => (wall.moment(id) ?? wall.shape(id))?.locked === true
const isConnector = (id: PieceId, { wall }: Bench) => wall.shape(id)?.kind === 'connector'

export function unitOf(ids: readonly PieceId[], bench: Bench): readonly Unit[] {
  const firm = ids.filter((id) => !isConnector(id, bench))
  const rect = around(firm.flatMap((id) => bench.scene.piece(id)?.rect ?? []))
  return rect === null ? [] : [{ ids, rect, locked: firm.some((id) => isLocked(id, bench)) }]
}

/** Whole groups go as one, unless all that is selected is one group. Connectors go by what they hold on to. */
export function unitsOf(bench: Bench): readonly Unit[] {
  return unitsFrom([...bench.selection.pieces()], bench)
}

export function unitsFrom(ids: readonly PieceId[], bench: Bench): readonly Unit[] {
  const together = Map.groupBy(ids, (id) => groupOf(id, bench) ?? id)
  const sets = together.size > 1 ? [...together.values()] : ids.map((id) => [id])
  return sets.flatMap((set) => unitOf(set, bench))
}

/** May these be arranged by hand now? The rule is the same for all the verbs. */
export function ruled({ wall, selection }: Bench): string | null {
  const ids = [...selection.pieces()]
  if (ids.length === 0) return words.selectFirst
  const ruling = wall.check('group-pieces', { ids, group: null })
  return ruling.allowed ? null : ruling.reason
}

/** One step of undo, whatever moves. */
export function move(units: readonly Unit[], ways: Ways, bench: Bench): void {
  const byId = new Map<PieceId, Point>()
  units.forEach(({ ids }, at) => {
    const way = ways[at]
    if (way && (way.x !== 0 || way.y !== 0)) for (const id of ids) byId.set(id, way)
  })
  bench.wall.together(
    () => void moveEach(movable(byId.keys(), bench), (id) => byId.get(id) ?? { x: 0, y: 0 }, bench.wall),
  )
}
