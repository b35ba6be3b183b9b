import type { GroupId } from '@momentous/shared/domain/id'
import type { PieceId } from '@momentous/shared/domain/piece'
import { align, distribute, edges, pack, type Axis, type Edge, type Standing, type Ways } from '../model/arrange.ts'
import { around, type Point } from '../model/geometry.ts'
import { groupOf } from '../model/groups.ts'
import { movable, moveEach } from '../model/moved-pieces.ts'
import { arrangeWords as words } from '../words/arranging.ts'
import type { Bench } from './bench.ts'
import { putAt, stepDepth } from './depth-verbs.ts'

/** Something that is done with several pieces at once: by key, in the list of commands, in the menu. */
export interface ArrangeVerb {
  readonly label: string
  readonly keys: readonly string[]
  /** Why it does nothing now, in a sentence. */
  refusal(bench: Bench): string | null
  act(bench: Bench): void
}

/** Pieces that are moved as one: a group, or one piece. */
interface Unit extends Standing {
  readonly ids: readonly PieceId[]
}

const isLocked = (id: PieceId, { wall }: Bench) => (wall.moment(id) ?? wall.shape(id))?.locked === true
const isConnector = (id: PieceId, { wall }: Bench) => wall.shape(id)?.kind === 'connector'

function unitOf(ids: readonly PieceId[], bench: Bench): readonly Unit[] {
  const firm = ids.filter((id) => !isConnector(id, bench))
  const rect = around(firm.flatMap((id) => bench.scene.piece(id)?.rect ?? []))
  return rect === null ? [] : [{ ids, rect, locked: firm.some((id) => isLocked(id, bench)) }]
}

/** Whole groups go as one, unless all that is selected is one group. Connectors go by what they hold on to. */
function unitsOf(bench: Bench): readonly Unit[] {
  const ids = [...bench.selection.pieces()]
  const together = Map.groupBy(ids, (id) => groupOf(id, bench) ?? id)
  const sets = together.size > 1 ? [...together.values()] : ids.map((id) => [id])
  return sets.flatMap((set) => unitOf(set, bench))
}

/** May these be arranged by hand now? The rule is the same for all the verbs. */
function ruled({ wall, selection }: Bench): string | null {
  const ids = [...selection.pieces()]
  if (ids.length === 0) return words.selectFirst
  const ruling = wall.check('group-pieces', { ids, group: null })
  return ruling.allowed ? null : ruling.reason
}

function movingRefusal(least: 2 | 3, bench: Bench): string | null {
  const units = unitsOf(bench)
  if (units.length < least) return least === 2 ? words.selectTwo : words.selectThree
  return ruled(bench) ?? (units.every(({ locked }) => locked) ? words.locked : null)
}

/** One step of undo, whatever moves. */
function move(units: readonly Unit[], ways: Ways, bench: Bench): void {
  const byId = new Map<PieceId, Point>()
  units.forEach(({ ids }, at) => {
    const way = ways[at]
    if (way && (way.x !== 0 || way.y !== 0)) for (const id of ids) byId.set(id, way)
  })
  bench.wall.together(
    () => void moveEach(movable(byId.keys(), bench), (id) => byId.get(id) ?? { x: 0, y: 0 }, bench.wall),
  )
}

function aligning(edge: Edge): ArrangeVerb {
  return {
    label: words[edge],
    keys: [],
    refusal: (bench) => movingRefusal(2, bench),
    act: (bench) => move(unitsOf(bench), align(unitsOf(bench), edge), bench),
  }
}

function distributing(axis: Axis): ArrangeVerb {
  return {
    label: words[axis],
    keys: [],
    refusal: (bench) => movingRefusal(3, bench),
    act: (bench) => move(unitsOf(bench), distribute(unitsOf(bench), axis), bench),
  }
}

/** The selected notes that lie away from the timeline. */
function freeNotes(bench: Bench): readonly Unit[] {
  const ids = [...bench.selection.ids()].filter((id) => bench.wall.moment(id)?.place !== null)
  return ids.flatMap((id) => unitOf([id], bench))
}

const group: ArrangeVerb = {
  label: words.group,
  keys: ['mod+g'],
  refusal(bench) {
    const ids = [...bench.selection.pieces()]
    if (ids.length < 2) return words.selectTwo
    const groups = new Set(ids.map((id) => groupOf(id, bench)))
    return ruled(bench) ?? (groups.size === 1 && !groups.has(null) ? words.oneGroup : null)
  },
  act: ({ wall, selection }) =>
    void wall.act('group-pieces', { ids: [...selection.pieces()], group: wall.newId<GroupId>() }),
}

const ungroup: ArrangeVerb = {
  label: words.ungroup,
  keys: ['shift+mod+g'],
  refusal(bench) {
    const grouped = [...bench.selection.pieces()].some((id) => groupOf(id, bench) !== null)
    return ruled(bench) ?? (grouped ? null : words.noGroup)
  },
  act: ({ wall, selection }) => void wall.act('group-pieces', { ids: [...selection.pieces()], group: null }),
}

const inDepth = (label: string, keys: readonly string[], act: ArrangeVerb['act']): ArrangeVerb => {
  return { label, keys, refusal: ruled, act }
}

const packing: ArrangeVerb = {
  label: words.pack,
  keys: [],
  refusal: (bench) => (freeNotes(bench).length < 2 ? words.packFree : movingRefusal(2, bench)),
  act: (bench) => move(freeNotes(bench), pack(freeNotes(bench)), bench),
}

/** In the order of the menu. */
export const arrangeVerbs: Readonly<Record<string, ArrangeVerb>> = {
  group,
  ungroup,
  front: inDepth(words.front, ['mod+]'], (bench) => void putAt('front', bench)),
  forward: inDepth(words.forward, [']'], (bench) => void stepDepth(1, bench)),
  backward: inDepth(words.backward, ['['], (bench) => void stepDepth(-1, bench)),
  back: inDepth(words.back, ['mod+['], (bench) => void putAt('back', bench)),
  ...Object.fromEntries(edges.map((edge) => [`align-${edge}`, aligning(edge)])),
  'same-gaps-across': distributing('across'),
  'same-gaps-down': distributing('down'),
  pack: packing,
}
