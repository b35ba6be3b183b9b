import { compareOrder, type Ordered } from '@momentous/shared/board/order'
import type { ArgsOf } from '@momentous/shared/commands/commands'
import type { MomentId, StageId } from '@momentous/shared/domain/id'
import type { Place } from '@momentous/shared/domain/moment'
import type { Deed } from './deed.ts'
import { fieldsBack, type Facts, type Inverse } from './giving-back.ts'

type Part = Ordered & { readonly id: MomentId | StageId; readonly place: Place | null }

/** What has a spot in the order of the line, sorted: moments and dividers. Those in the bin may come back to theirs. */
function partsOf({ view }: Facts): readonly Part[] {
  const stages = view.stages().map((stage) => ({ ...stage, place: null }))
  return [...view.moments(), ...stages].toSorted(compareOrder)
}

export function placing(places: readonly { id: MomentId; place: Place | null }[]): Deed {
  const copied = places.map(({ id, place }) => ({ id, place: place === null ? null : copyOf(place) }))
  return { name: 'place-moments', args: { places: copied } }
}

const copyOf = ([x, y, w, h]: Place): [number, number, number, number] => [x, y, w, h]

/** Puts moments back behind what they followed, and where a hand had moved them. */
export function orderBack(before: Facts, { ids }: ArgsOf<'reorder-moments'>): Inverse {
  const line = partsOf(before)
  return (now) => {
    const { view } = now
    const there = (id: MomentId) => view.moment(id)?.removed === false && view.moment(id)?.stackedOn === null
    const left = new Set<string>(partsOf(now).map(({ id }) => id))
    const moved = ids.filter(there).flatMap((id) => {
      const at = line.findIndex((part) => part.id === id)
      const part = line[at]
      return part === undefined ? [] : [{ id, at, place: part.place }]
    })
    const inOrder = moved.toSorted((a, b) => a.at - b.at)
    const behind = (at: number) => line.slice(0, at).findLast((part) => left.has(part.id))?.id ?? null
    const deeds = inOrder.map(({ id, at }): Deed => ({
      name: 'reorder-moments',
      args: { ids: [id], after: behind(at) },
    }))
    const places = inOrder.filter(({ place }) => place !== null)
    return places.length === 0 ? deeds : [...deeds, placing(places)]
  }
}

/** What the divider stands behind: a moment, another divider, or nothing. */
function stageIn(facts: Facts, id: StageId) {
  const stage = facts.view.stage(id)
  if (stage === undefined) return undefined
  const line = partsOf(facts)
  const at = line.findIndex((part) => part.id === id)
  return { after: line[at - 1]?.id ?? null, removed: stage.removed }
}

export const stageInverses = {
  'add-stage':
    (_before: Facts, { id }: ArgsOf<'add-stage'>): Inverse =>
    ({ view }) =>
      view.stage(id)?.removed === false ? [{ name: 'set-stage', args: { id, removed: true } }] : [],
  'set-stage': (before: Facts, { id, after, removed }: ArgsOf<'set-stage'>): Inverse =>
    fieldsBack(before, {
      read: (facts) => stageIn(facts, id),
      given: { after, removed },
      write: (was) => ({ name: 'set-stage', args: { id, ...was } }),
    }),
}
