import type { GroupId } from '@momentous/shared/domain/id'
import { align, distribute, edges, type Axis, type Edge } from '../model/arrange.ts'
import { groupOf } from '../model/groups.ts'
import { arrangeWords as words } from '../words/arranging.ts'
import { move, ruled, unitsOf, type ArrangeVerb } from './arranged-units.ts'
import type { Bench } from './bench.ts'
import { putAt, stepDepth } from './depth-verbs.ts'
import { lockVerbs } from './lock-verbs.ts'
import { packArea, packNotes } from './pack-verbs.ts'

function movingRefusal(least: 2 | 3, bench: Bench): string | null {
  const units = unitsOf(bench)
  if (units.length < least) return least === 2 ? words.selectTwo : words.selectThree
  return ruled(bench) ?? (units.every(({ locked }) => locked) ? words.locked : null)
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
  pack: packNotes,
  'pack-area': packArea,
  ...lockVerbs,
}
